using System.Globalization;
using Insiders.Core.Ledger;

namespace Insiders.Core.Cleaning;

/// <summary>The statements of cleaning, composed from the catalogue and the settings.</summary>
/// <remarks>
/// The Parquet files are scanned once per statement and never copied whole: a scan of the columns needed costs less than
/// keeping the rows that will be dropped. Order of work: <see cref="Homes"/>, <see cref="Rows"/>, <see cref="Totals"/>,
/// <see cref="Numbers"/>, <see cref="Products"/>, <see cref="CleanSales"/>. What is kept is kept with numbers for texts: a third of the memory,
/// and groups by number are faster than groups by text.
/// </remarks>
internal sealed class CleaningSql(CleaningSettings settings, LedgerShape shape)
{
    /// <summary>Spellings of countries: <c>spelling, country, latitude, longitude</c>; written by <see cref="CountrySpellings"/>.</summary>
    internal const string SeenTable = "cleaning_seen";

    /// <summary>Codes that look like services by their lines: <c>stock_code</c>; there where settings tell lines apart.</summary>
    internal const string ServicesTable = "cleaning_services";

    /// <summary>
    /// What is left, texts replaced by numbers: <c>invoice, product_no, stock_no, quantity, sold_at, unit_price, amount, goods, customer_no, place_no</c>. A
    /// discount is no goods and has a quantity of 0.
    /// </summary>
    internal const string LinesTable = "clean_lines";

    /// <summary>Customers of <see cref="LinesTable"/>: <c>customer_no, customer_id</c>.</summary>
    internal const string CustomersTable = "clean_customers";

    /// <summary>Countries of <see cref="LinesTable"/>: <c>place_no, country, latitude, longitude</c>.</summary>
    internal const string PlacesTable = "clean_places";

    /// <summary>One line per rule that drops: its place in the catalogue is its stage; what passes all of them has this stage.</summary>
    internal static int PassedStage => CleaningRules.All.Length;

    /// <summary>Tables and views that only cleaning needs.</summary>
    internal const string DropScratch = """
        DROP VIEW IF EXISTS cleaning_rows; DROP TABLE IF EXISTS cleaning_homes; DROP TABLE IF EXISTS cleaning_totals;
        DROP TABLE IF EXISTS cleaning_products; DROP TABLE IF EXISTS cleaning_seen; DROP TABLE IF EXISTS cleaning_services
        """;

    /// <summary>The codes of services, told by their lines.</summary>
    internal string Services => settings.TellsApart ? $"CREATE OR REPLACE TEMP TABLE {ServicesTable} AS {LineKinds.ServiceCodes(LedgerSchema.View)}" : "SELECT 1";

    /// <summary>The country each customer belongs to: where it spent most over its distinct line amounts.</summary>
    internal string Homes
    {
        get
        {
            var rule = Rule(CleaningRules.HomeCountry);
            var before = CleaningRules.All.TakeWhile(r => r.Name != rule.Name).Where(IsRowRule).Select(r => $"NOT coalesce({r.Sql(settings)}, false)");
            var rows = $"""
                SELECT sales.* EXCLUDE (country{(shape.HasAmounts ? ", amount" : "")}), {shape.AmountSql} AS amount, seen.country, seen.latitude, seen.longitude
                FROM {LedgerSchema.View} AS sales JOIN {SeenTable} AS seen ON seen.spelling = sales.country
                """;
            return $"""
                CREATE OR REPLACE TEMP TABLE cleaning_homes AS
                WITH rows AS ({rows}),
                kept AS (SELECT customer_id, country, amount FROM rows
                    WHERE {string.Join(" AND ", before.Append("customer_id IS NOT NULL").Append(settings.Enables(rule.Name) ? "true" : "false"))}),
                ranges AS (SELECT customer_id, min(country) AS lowest, max(country) AS highest FROM kept GROUP BY customer_id),
                spent AS (SELECT customer_id, country, sum(amount) AS spent_amount
                    FROM (SELECT DISTINCT customer_id, country, amount FROM kept SEMI JOIN (FROM ranges WHERE lowest <> highest) USING (customer_id)) GROUP BY ALL),
                chosen AS (SELECT customer_id, country FROM spent QUALIFY row_number() OVER (PARTITION BY customer_id ORDER BY {rule.Sql(settings)}) = 1),
                homes AS (SELECT customer_id, lowest AS country, false AS relocated FROM ranges WHERE lowest = highest
                    UNION ALL SELECT customer_id, country, true FROM chosen)
                SELECT customer_id, homes.country, latitude, longitude, relocated
                FROM homes JOIN (SELECT DISTINCT country, latitude, longitude FROM {SeenTable}) AS places ON places.country = homes.country
                """;
        }
    }

    /// <summary>Every row of the ledger with its changes made and the stage at which it goes.</summary>
    internal string Rows
    {
        get
        {
            var stages = CleaningRules.All.Select((rule, stage) => (rule, stage)).Where(entry => IsRowRule(entry.rule))
                .Select(entry => Invariant($"WHEN {entry.rule.Sql(settings)} THEN {entry.stage}"));
            var stage = stages.Any() ? Invariant($"CASE {string.Join(' ', stages)} ELSE {PassedStage} END") : Invariant($"{PassedStage}");
            return $"""
                CREATE OR REPLACE TEMP VIEW cleaning_rows AS
                WITH placed AS (
                    SELECT invoice, stock_code, description, quantity, sold_at, unit_price, {shape.AmountSql} AS amount, sales.customer_id, coalesce(home.country, seen.country) AS country,
                        CASE WHEN home.country IS NULL THEN seen.latitude ELSE home.latitude END AS latitude,
                        CASE WHEN home.country IS NULL THEN seen.longitude ELSE home.longitude END AS longitude,
                        {Flag(shape.NamesCountries)} AS ledger_names_countries
                    FROM {LedgerSchema.View} AS sales
                    LEFT JOIN {SeenTable} AS seen ON seen.spelling = sales.country
                    LEFT JOIN cleaning_homes AS home ON home.customer_id = sales.customer_id),
                changed AS (
                    SELECT * REPLACE ({Changed(CleaningRules.UpperCaseInvoice, "invoice")} AS invoice, {Changed(CleaningRules.UpperCaseStockCode, "stock_code")} AS stock_code,
                        {Changed(CleaningRules.AbsoluteQuantity, "quantity")} AS quantity, {Changed(CleaningRules.InventedCustomer, "customer_id")} AS customer_id), stock_code AS raw_stock_code, quantity AS raw_quantity
                    FROM placed),
                paid AS (SELECT * REPLACE (CASE WHEN quantity = raw_quantity THEN amount ELSE -amount END AS amount) FROM changed)
                SELECT *, CAST({stage} AS UTINYINT) AS stage, {(settings.TellsApart ? $"NOT coalesce({LineKinds.Discount}, false)" : "true")} AS goods FROM paid
                """;
        }
    }

    /// <summary>Rows per customer and stage, and the stage at which a whole customer goes.</summary>
    internal string Totals
    {
        get
        {
            var counts = CleaningRules.All.Select((rule, stage) => (rule, stage)).Where(entry => entry.rule.Kind == CleaningRuleKind.DropRows && entry.rule.IsOffered(settings))
                .Select(entry => Invariant($"count(*) FILTER (WHERE stage = {entry.stage}) AS dropped_{entry.stage}, {Money($"stage = {entry.stage}")} AS dropped_{entry.stage}_amount,"));
            var customers = CleaningRules.All.Select((rule, stage) => (rule, stage))
                .Where(entry => entry.rule.Kind == CleaningRuleKind.DropCustomers && settings.Enables(entry.rule.Name))
                .Select(entry => Invariant($"WHEN {entry.rule.Sql(settings)} THEN {entry.stage}"));
            var stage = customers.Any() ? $"CASE WHEN last_row_stage < {PassedStage} OR customer_id IS NULL THEN last_row_stage {string.Join(' ', customers)} ELSE last_row_stage END"
                : "last_row_stage";
            return Invariant($"""
                CREATE OR REPLACE TEMP TABLE cleaning_totals AS
                SELECT *, {stage} AS last_stage FROM (
                    SELECT customer_id, max(stage) AS last_row_stage, count(*) AS row_count, {string.Join(' ', counts)}
                        count(*) FILTER (WHERE stage = {PassedStage}) AS passed_rows,
                        {Money($"stage = {PassedStage}")} AS passed_amount,
                        CAST(coalesce(sum(quantity) FILTER (WHERE stage = {PassedStage} AND quantity > 0 AND goods), 0) AS {ItemsType}) AS bought_items,
                        CAST(coalesce(-sum(quantity) FILTER (WHERE stage = {PassedStage} AND quantity < 0 AND goods), 0) AS {ItemsType}) AS returned_items,
                        count(*) FILTER (WHERE stage = {PassedStage} AND quantity >= 0 AND goods) AS bought_rows, {Dates}
                        {Flag(!shape.HasFractions)} AS items_add_up, {Money("customer_id IS NULL")} AS unattributed_amount
                    FROM cleaning_rows GROUP BY customer_id)
                """);
        }
    }

    /// <summary>Numbers for the customers left and for the countries.</summary>
    internal static string Numbers => Invariant($"""
        CREATE OR REPLACE TEMP TABLE {CustomersTable} AS
        SELECT CAST(row_number() OVER () AS INTEGER) AS customer_no, customer_id FROM cleaning_totals WHERE customer_id IS NOT NULL AND last_stage = {PassedStage};
        CREATE OR REPLACE TEMP TABLE {PlacesTable} AS
        SELECT CAST(row_number() OVER () AS INTEGER) AS place_no, * FROM (SELECT DISTINCT country, latitude, longitude FROM {SeenTable})
        """);

    /// <summary>The final stock code and description of each pair of them that the kept rows have.</summary>
    internal string Products => Invariant($"""
        CREATE OR REPLACE TEMP TABLE cleaning_products AS
        WITH pairs AS (SELECT raw_stock_code, stock_code, description, count(*) AS pair_rows FROM ({KeptRows}) GROUP BY ALL),
        tidy AS (SELECT raw_stock_code, description AS raw_description, stock_code, {Changed(CleaningRules.TidyDescription, "description")} AS description, pair_rows FROM pairs),
        descriptions AS (SELECT stock_code, description AS common_description
            FROM (SELECT stock_code, description, sum(pair_rows) AS row_count FROM tidy WHERE {Votes(CleaningRules.CommonDescription)} GROUP BY ALL)
            QUALIFY row_number() OVER (PARTITION BY stock_code ORDER BY {Rule(CleaningRules.CommonDescription).Sql(settings)}) = 1),
        titled AS (SELECT raw_stock_code, raw_description, stock_code, coalesce(common_description, description) AS description, pair_rows
            FROM tidy LEFT JOIN descriptions USING (stock_code)),
        codes AS (SELECT description, stock_code AS common_stock_code
            FROM (SELECT stock_code, description, sum(pair_rows) AS row_count FROM titled WHERE {Votes(CleaningRules.CommonStockCode)} GROUP BY ALL)
            QUALIFY row_number() OVER (PARTITION BY description ORDER BY {Rule(CleaningRules.CommonStockCode).Sql(settings)}) = 1),
        products AS (SELECT raw_stock_code, raw_description, coalesce(common_stock_code, stock_code) AS stock_code, description
            FROM titled LEFT JOIN codes USING (description))
        SELECT *, CAST(dense_rank() OVER (ORDER BY stock_code) AS INTEGER) AS stock_no,
            CAST(dense_rank() OVER (ORDER BY stock_code, description) AS INTEGER) AS product_no FROM products;
        CREATE OR REPLACE TEMP TABLE clean_products AS SELECT DISTINCT product_no, stock_code, description FROM cleaning_products
        """);

    /// <summary>The rows that are sales to customers, and the view of them with every text.</summary>
    internal string CleanSales => Invariant($"""
        CREATE OR REPLACE TEMP TABLE clean_rows AS
        SELECT invoice, product_no, stock_no, quantity, sold_at, unit_price, amount, goods, customer_no, place_no
        FROM ({KeptRows}) AS sale
        JOIN cleaning_products AS product
            ON product.raw_stock_code = sale.raw_stock_code AND product.raw_description IS NOT DISTINCT FROM sale.description
        LEFT JOIN {PlacesTable} AS place ON place.country = sale.country;
        CREATE OR REPLACE TEMP VIEW {LinesTable} AS SELECT {(settings.TellsApart ? "* REPLACE (CASE WHEN goods THEN quantity ELSE 0 END AS quantity)" : "*")} FROM clean_rows;
        CREATE OR REPLACE TEMP VIEW {CleanLedger.View} AS
        SELECT invoice, stock_code, description, quantity, sold_at, unit_price, amount, customer_id, country, latitude, longitude
        FROM {LinesTable} JOIN clean_products USING (product_no) LEFT JOIN {CustomersTable} USING (customer_no) LEFT JOIN {PlacesTable} USING (place_no)
        """);

    // Distinct dates are counted only for the rule that asks for them: it costs a second pass.
    private string Dates => settings.Enables(CleaningRules.FewDates) ? Invariant($"count(DISTINCT CAST(sold_at AS DATE)) FILTER (WHERE stage = {PassedStage}) AS dates,") : "";

    private string ItemsType => shape.HasFractions ? "DECIMAL(38,4)" : "BIGINT";

    // Rows that pass every rule, of customers that do; those without a customer have no number.
    private static string KeptRows => Invariant($"""
        SELECT cleaning_rows.*, customer_no FROM cleaning_rows LEFT JOIN {CustomersTable} AS kept ON kept.customer_id = cleaning_rows.customer_id
        WHERE stage = {PassedStage} AND (cleaning_rows.customer_id IS NULL OR customer_no IS NOT NULL)
        """);

    private static string Flag(bool value) => value ? "true" : "false";

    // What was bought, returns not taken off.
    private static string Money(string condition) => $"coalesce(sum(amount) FILTER (WHERE ({condition}) AND quantity >= 0), 0)";

    private static CleaningRule Rule(string name) => CleaningRules.All.Single(rule => rule.Name == name);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private bool IsRowRule(CleaningRule rule) => rule.Kind == CleaningRuleKind.DropRows && settings.Enables(rule.Name);

    private string Votes(string rule) => settings.Enables(rule) ? "description IS NOT NULL" : "false";

    private string Changed(string rule, string column) => settings.Enables(rule) ? Rule(rule).Sql(settings) : column;
}
