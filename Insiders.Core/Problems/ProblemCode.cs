namespace Insiders.Core.Problems;

/// <summary>Everything that can go wrong with a person's request. The values in brackets are those of <see cref="Problem.Values"/>, in order.</summary>
/// <remarks>The names are stored in databases: names may be added, never changed.</remarks>
public enum ProblemCode
{
    /// <summary>Anything without a code of its own (its message).</summary>
    Other,

    /// <summary>The disk or a file on it cannot be accessed (the system's message).</summary>
    FileAccess,

    /// <summary>The disk is full.</summary>
    DiskFull,

    /// <summary>Another program is using the database.</summary>
    StoreBusy,

    /// <summary>The disk has less space than the request needs (bytes needed, bytes free).</summary>
    NoRoom,

    /// <summary>The sales of recorded imports are missing from the ledger's folder (number of imports, their files).</summary>
    SalesMissing,

    /// <summary>A file is not a backup.</summary>
    BackupUnknown,

    /// <summary>A backup is damaged (the file in it).</summary>
    BackupDamaged,

    /// <summary>A backup was made by a later version.</summary>
    BackupNewer,

    /// <summary>A backup's content differs from its manifest (counts in the manifest, counts found).</summary>
    BackupCounts,

    /// <summary>The database of a backup cannot be used (reason).</summary>
    BackupUnreadable,

    /// <summary>The settings in a backup cannot be read (reason).</summary>
    BackupSettings,

    /// <summary>A backup contains no administrator account.</summary>
    BackupNoAdmin,

    /// <summary>A sales file is a workbook of another kind than .xlsx, or has a password.</summary>
    Workbook,

    /// <summary>A sales file contains bytes that are not text.</summary>
    NoText,

    /// <summary>A gzip file is damaged or cut short.</summary>
    GzipDamaged,

    /// <summary>A zip file is damaged or cut short.</summary>
    ZipDamaged,

    /// <summary>A zip has a password (the file in it).</summary>
    ZipPassword,

    /// <summary>The name of a file in a zip leads out of it (the name).</summary>
    ZipPath,

    /// <summary>A zip holds a workbook or another archive (its name).</summary>
    ZipHoldsOther,

    /// <summary>A zip or a folder holds no sales file (endings).</summary>
    NoFilesInside,

    /// <summary>A zip or a folder holds too many files (most).</summary>
    TooManyFilesInside,

    /// <summary>Files that are read as one have different headings (file, its headers, the first file).</summary>
    FilesDiffer,

    /// <summary>A file unpacks to more than sales can be packed into (its bytes, most bytes).</summary>
    UnpacksTooFar,

    /// <summary>A workbook cannot be read (reason).</summary>
    WorkbookDamaged,

    /// <summary>A workbook has no such sheet (sheet, its sheets).</summary>
    SheetMissing,

    /// <summary>A sheet has values far below its others (rows).</summary>
    SheetBlankRows,

    /// <summary>A Parquet file cannot be read (reason).</summary>
    ParquetDamaged,

    /// <summary>A file of the watched folder has a question that only a person can answer.</summary>
    WatchedQuestion,

    /// <summary>The import of a file of the watched folder was stopped.</summary>
    WatchedStopped,

    /// <summary>A file is no template of an import.</summary>
    TemplateUnreadable,

    /// <summary>A template has no name, or a long one (most characters).</summary>
    TemplateName,

    /// <summary>There are too many templates (most).</summary>
    TemplatesFull,

    /// <summary>A sales file is empty.</summary>
    FileEmpty,

    /// <summary>A sales file has a header and no rows.</summary>
    NoRows,

    /// <summary>A line is too long (line).</summary>
    LineTooLong,

    /// <summary>A quote is never closed (line it opens in).</summary>
    QuoteOpen,

    /// <summary>Columns are missing (headers found, columns).</summary>
    ColumnsMissing,

    /// <summary>Headers chosen by hand are missing (headers found, headers chosen, their columns).</summary>
    ChosenHeadersMissing,

    /// <summary>The header of a column occurs more than once (header, number of times, positions, column).</summary>
    HeaderTwice,

    /// <summary>No row can be read (number of rows, line of the first, its reason).</summary>
    NoRowReadable,

    /// <summary>Ids of customers or orders are rounded numbers (header, one of them).</summary>
    DigitsGone,

    /// <summary>The only amount is one of whole orders, repeated on each of their lines (header).</summary>
    OrderTotals,

    /// <summary>Amounts are in several currencies, and nothing says which to keep (rows and money of each, the answers).</summary>
    CurrenciesMixed,

    /// <summary>Dates follow no known pattern (header, value).</summary>
    DatesUnknown,

    /// <summary>No sale names a customer.</summary>
    NoCustomerNamed,

    /// <summary>Cleaning left no customer (the rule that dropped most, rows it dropped, rows before it).</summary>
    NothingLeft,

    /// <summary>No customer has a feature of the recipe (features).</summary>
    NoFeature,

    /// <summary>Too few customers (fewest clusters, customers needed, customers found).</summary>
    TooFewCustomers,

    /// <summary>A recipe is not JSON (line, character in it).</summary>
    RecipeNotJson,

    /// <summary>A setting occurs twice (setting).</summary>
    SettingTwice,

    /// <summary>A recipe is JSON but not an object (what it is).</summary>
    RecipeNotObject,

    /// <summary>A group of settings is not an object (setting, what it is).</summary>
    SettingNotGroup,

    /// <summary>A setting does not exist (setting, existing settings).</summary>
    SettingUnknown,

    /// <summary>A setting has the wrong type (setting, its value, type expected).</summary>
    SettingType,

    /// <summary>A setting is refused for a reason other than its bounds (setting, reason).</summary>
    SettingRefused,

    /// <summary>The actor is not allowed to do it, or is signed out.</summary>
    AccessDenied,

    /// <summary>A run is no longer in the state the request needs.</summary>
    RunChanged,

    /// <summary>The figures of a run's customers were removed: run, when.</summary>
    RunCustomersRemoved,

    /// <summary>An import is no longer in the state the request needs.</summary>
    ImportChanged,

    /// <summary>An uploaded file no longer exists.</summary>
    UploadGone,

    /// <summary>An upload was interrupted, or is not a form with files.</summary>
    UploadBroken,

    /// <summary>An upload did not come from a page of the site.</summary>
    UploadForged,

    /// <summary>An uploaded file is empty (its name).</summary>
    UploadEmpty,

    /// <summary>A file is too large to upload (largest size allowed).</summary>
    UploadTooLarge,

    /// <summary>The disk has no room for an upload (its size, bytes free).</summary>
    UploadNoRoom,

    /// <summary>A saved view has no name.</summary>
    ViewNameless,

    /// <summary>A person already has the maximum number of saved views (maximum).</summary>
    ViewsFull,

    /// <summary>A saved view does not exist, or the actor cannot open it.</summary>
    ViewGone,

    /// <summary>The name of an audience is blank or too long (maximum length).</summary>
    AudienceName,

    /// <summary>An audience would have no customer.</summary>
    AudienceEmpty,

    /// <summary>A rule of an audience without conditions, or made of another audience.</summary>
    AudienceRule,

    /// <summary>An audience does not exist, or the actor cannot open it.</summary>
    AudienceGone,

    /// <summary>The customer is not on the work list.</summary>
    WorkItemGone,

    /// <summary>A note of the work list is too long (the longest).</summary>
    WorkNoteTooLong,

    /// <summary>The published run does not have a segment.</summary>
    SegmentGone,

    /// <summary>The palette does not have a colour.</summary>
    SegmentColourUnknown,

    /// <summary>A name or lever holds control characters.</summary>
    SegmentTextControl,

    /// <summary>A name or lever is empty.</summary>
    SegmentTextEmpty,

    /// <summary>A name or lever is too long (maximum length).</summary>
    SegmentTextTooLong,

    /// <summary>A segment was renamed in only one language (the other language).</summary>
    SegmentOneLanguage,

    /// <summary>A name has no letter.</summary>
    SegmentNameNoLetter,

    /// <summary>No segment was chosen to merge.</summary>
    SegmentNothingToMerge,

    /// <summary>One of the segments is already merged (by whom, when).</summary>
    SegmentMergedBefore,

    /// <summary>Another segment has the name (the name).</summary>
    SegmentNameTaken,

    /// <summary>A part of another segment has the name (the other segment, the name).</summary>
    SegmentNameOfPart,

    /// <summary>An edit does not exist.</summary>
    SegmentEditGone,

    /// <summary>An edit is already undone (by whom, when).</summary>
    SegmentEditUndone,

    /// <summary>A later edit of the same thing is in effect (whose, when).</summary>
    SegmentEditOvertaken,

    /// <summary>Undoing would restore a name that another segment has (the name).</summary>
    SegmentUndoNameTaken,

    /// <summary>Undoing would restore a name that a part of another segment has (the other segment, the name).</summary>
    SegmentUndoNameOfPart,

    /// <summary>A backup cannot be restored while a run or an import is in progress.</summary>
    RestoreBusy,

    /// <summary>A backup does not exist.</summary>
    BackupGone,

    /// <summary>A setting is out of bounds (setting, its value, its bounds).</summary>
    SettingOutOfBounds,

    /// <summary>A method cannot place customers it was not fitted on, and there are more customers than it is fitted on (method, customers, customers it is fitted on).</summary>
    MethodPlacesNone,

    /// <summary>Too few customers have bought twice to say what comes next (those who have, those needed).</summary>
    PurchasesTooFewRepeaters,

    /// <summary>The search for the parameters of a purchase model came to no end (the model).</summary>
    PurchaseModelUnsettled,

    /// <summary>Too few customers have bought again to say what an order is worth (those who have, those needed).</summary>
    SpendTooFewRepeaters,

    /// <summary>The search for the parameters of the model of spending came to no end.</summary>
    SpendModelUnsettled,

    /// <summary>A series is too short to be continued (whole periods there are, periods needed).</summary>
    ForecastTooShort,

    /// <summary>Nothing was sold in most periods of a series (periods with sales, periods).</summary>
    ForecastTooSparse,

    /// <summary>No run is published, or the published one ends before the last review.</summary>
    ProgrammeUnready,

    /// <summary>A programme has no tier or too many (the most).</summary>
    ProgrammeTiers,

    /// <summary>A tier has no name or too long a one (the longest).</summary>
    ProgrammeTierName,

    /// <summary>A tier has no condition or too many (the most).</summary>
    ProgrammeConditions,

    /// <summary>A decision by hand has no reason or too long a one (the longest).</summary>
    ProgrammeReason,

    /// <summary>A decision by hand is about nobody of the published run, or a tier that does not exist (the customer).</summary>
    ProgrammeCustomer,

    /// <summary>A decision by hand would end before the last day of the data (that day).</summary>
    ProgrammeUntil,

    /// <summary>The sales behind the run are gone, so nothing is said of what comes next.</summary>
    OutlookWithoutSales,

    /// <summary>A hold-out has no name, or takes too short, too long, or too many (characters of a name, fewest days, most days).</summary>
    HoldoutRefused,

    /// <summary>There are too few customers to withhold any.</summary>
    HoldoutTooSmall,

    /// <summary>The hold-out no longer exists, or no run is published.</summary>
    HoldoutGone,

    /// <summary>A quote opens in a row and closes only in the next line (that line).</summary>
    RowQuoteOfLine,
    /// <summary>A quote opens in a row and closes only many lines later (that line, the line after the row, that line, number of lines in between).</summary>
    RowQuote,
    /// <summary>A row has another number of values than the header (values, headers).</summary>
    RowWidth,
    /// <summary>A row lacks a value (ledger column).</summary>
    RowEmpty,
    /// <summary>The header is repeated among the rows.</summary>
    RowHeaderAgain,
    /// <summary>A date does not follow the pattern of the file (date, pattern).</summary>
    RowDate,
    /// <summary>A date is after the day of the import (date, that day).</summary>
    RowDateAfterImport,
    /// <summary>A date is years away from those of the file (date, first and last day of the others).</summary>
    RowDateStray,
    /// <summary>A date is years before those of the file (date, first day of the others).</summary>
    RowDateBefore,
    /// <summary>A date is years after those of the file (date, last day of the others).</summary>
    RowDateAfter,
    /// <summary>A customer number was rounded by a spreadsheet (the number).</summary>
    RowCustomerRounded,
    /// <summary>An order was cancelled or never paid for (its status).</summary>
    RowOrderStatus,
    /// <summary>A row is the sum of rows above it (its product).</summary>
    RowSubtotal,
    /// <summary>A quantity is no number, or too large (the quantity).</summary>
    RowQuantity,
    /// <summary>A unit price is no number (the price, an example of a number).</summary>
    RowUnitPrice,
    /// <summary>An amount is no number (the amount, an example of a number).</summary>
    RowAmount,
    /// <summary>A quantity times a unit price is too large for the ledger (quantity, unit price).</summary>
    RowAmountTooLarge,
    /// <summary>A discount is no share (the discount).</summary>
    RowDiscount,
    /// <summary>An amount is in a currency that is not read (its currency, the one that is read).</summary>
    RowCurrency,

    /// <summary>A hypothesis compares what the run does not have, or a group with itself.</summary>
    HypothesisImpossible,

    /// <summary>A hypothesis is held against an impossible number (what is possible).</summary>
    HypothesisThreshold,

    /// <summary>There are as many hypotheses of one's own as there may be (the most).</summary>
    HypothesesFull,

    /// <summary>The hypothesis no longer exists.</summary>
    HypothesisGone,
}
