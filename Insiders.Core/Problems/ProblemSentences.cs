namespace Insiders.Core.Problems;

/// <summary>The English sentence of every code: what was found, and what was expected.</summary>
internal static class ProblemSentences
{
    /// <summary>The sentence, with a place for each value.</summary>
    public static string Of(ProblemCode code) => code switch
    {
        ProblemCode.DiskFull => "The disk is full: make room on it and try again.",
        ProblemCode.StoreBusy => "Another program holds the database: end it and try again.",
        ProblemCode.NoRoom => "About {0} of free space are needed, and the disk has {1}: make room on it and try again.",
        ProblemCode.SalesMissing => "The sales are missing: {0} imports are on record whose files are not in the ledger's folder ({1}). Put the folder back from a backup, or undo these imports.",
        ProblemCode.BackupUnknown => "The file is no backup of Insiders; nothing was replaced.",
        ProblemCode.BackupDamaged => "The backup is damaged: {0} is not as it was written; nothing was replaced. Use another backup.",
        ProblemCode.BackupNewer => "The backup was made by a later version of Insiders; nothing was replaced. Install that version first.",
        ProblemCode.BackupCounts => "The backup does not hold what it says: expected {0}, and found {1}; nothing was replaced.",
        ProblemCode.BackupUnreadable => "The database in the backup cannot be used: {0}; nothing was replaced.",
        ProblemCode.BackupSettings => "The settings in the backup cannot be read: {0}; nothing was replaced.",
        ProblemCode.BackupNoAdmin => "The backup holds no administrator, so nobody could sign in to manage it; nothing was replaced.",
        ProblemCode.Workbook => "The file looks like an Excel workbook or an archive, not like a CSV file: open it in Excel and save it as CSV; expected a text file with one sale per line.",
        ProblemCode.NoText => "The file holds bytes that are no text; if it is an Excel workbook, save it as CSV; expected a text file with one sale per line.",
        ProblemCode.GzipDamaged => "The gzip file is damaged or cut short; copy or upload it again; expected the whole file as it was exported.",
        ProblemCode.FileEmpty => "The file is empty; expected a header line and one sale per line below it.",
        ProblemCode.NoRows => "The file has a header and no rows; expected one sale per line below the header.",
        ProblemCode.LineTooLong => "Line {0} is longer than 1 MB; expected one sale per line, at most 1 MB long.",
        ProblemCode.QuoteOpen => "The quote that opens in line {0} is never closed, so everything after it would be one value; expected a closing quote.",
        ProblemCode.ColumnsMissing => "The first line has {0}; expected a column for {1}.",
        ProblemCode.ChosenHeadersMissing => "The first line has {0}; expected a header {1}, chosen for {2}.",
        ProblemCode.HeaderTwice => "The header '{0}' occurs {1} times (columns {2}); expected one column for {3}.",
        ProblemCode.NoRowReadable => "All {0} rows are unreadable; the first, in line {1}: {2}; expected at least one row that can be read.",
        ProblemCode.DatesUnknown => "The column '{0}' holds '{1}', which follows no known date pattern; expected dates such as 2016-11-29, 29/11/2016 or 29-Nov-16.",
        ProblemCode.NoCustomerNamed => "Nothing is left to segment: no sale names a customer.",
        ProblemCode.NothingLeft => "Nothing is left to segment: cleaning left no customer; its rule '{0}' dropped {1} of {2} rows.",
        ProblemCode.NoFeature => "Nothing is left to learn from: no customer has any of the recipe's features ({0}).",
        ProblemCode.TooFewCustomers => "Too few customers are left for {0} clusters, the fewest to try: expected at least {1}, and found {2}.",
        ProblemCode.RecipeNotJson => "The recipe is not JSON: line {0} cannot be read from character {1} on.",
        ProblemCode.SettingTwice => "The setting '{0}' stands twice; expected each setting once.",
        ProblemCode.RecipeNotObject => "A recipe is a JSON object {{ … }}, not {0}.",
        ProblemCode.SettingNotGroup => "The setting '{0}' is a group of settings {{ … }}, not {1}.",
        ProblemCode.SettingUnknown => "There is no setting '{0}'. There are: {1}.",
        ProblemCode.SettingType => "The setting '{0}' is {1}, but must be {2}.",
        ProblemCode.SettingOutOfBounds => "The setting '{0}' is {1}, but must be {2}.",
        ProblemCode.MethodPlacesNone => "The method {0} cannot place customers that it has not learned from: there are {1}, and the model learns from {2}. Choose another method, or let the model learn from all of them.",
        ProblemCode.SettingRefused => "The setting '{0}' is refused: {1}",
        _ => "{0}",
    };
}
