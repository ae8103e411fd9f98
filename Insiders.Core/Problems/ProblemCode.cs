namespace Insiders.Core.Problems;

/// <summary>What can go wrong for the person who asked; the values in brackets are those of <see cref="Problem.Values"/>, in order.</summary>
/// <remarks>The names are kept in databases: a name may be added, none changed.</remarks>
public enum ProblemCode
{
    /// <summary>Anything without a code of its own (its message).</summary>
    Other,

    /// <summary>The disk or a file on it refused (the system's message).</summary>
    FileAccess,

    /// <summary>The disk is full.</summary>
    DiskFull,

    /// <summary>Another program holds the database.</summary>
    StoreBusy,

    /// <summary>The disk has less space than what is asked will need (bytes needed, bytes free).</summary>
    NoRoom,

    /// <summary>Imports are on record whose sales are not in the ledger's folder (how many, their files).</summary>
    SalesMissing,

    /// <summary>A file is no backup.</summary>
    BackupUnknown,

    /// <summary>A backup is damaged (the file in it).</summary>
    BackupDamaged,

    /// <summary>A backup was made by a later version.</summary>
    BackupNewer,

    /// <summary>A backup does not hold what it says (what it says, what was counted).</summary>
    BackupCounts,

    /// <summary>The database of a backup cannot be used (what is wrong with it).</summary>
    BackupUnreadable,

    /// <summary>The settings in a backup cannot be read (why).</summary>
    BackupSettings,

    /// <summary>A backup holds no administrator.</summary>
    BackupNoAdmin,

    /// <summary>A sales file is an Excel workbook or an archive.</summary>
    Workbook,

    /// <summary>A sales file holds bytes that are no text.</summary>
    NoText,

    /// <summary>A gzip file is damaged or cut short.</summary>
    GzipDamaged,

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

    /// <summary>Headers chosen by hand are not there (headers found, headers chosen, their columns).</summary>
    ChosenHeadersMissing,

    /// <summary>The header of a column occurs twice (header, how often, positions, column).</summary>
    HeaderTwice,

    /// <summary>No row can be read (rows, line of the first, its reason).</summary>
    NoRowReadable,

    /// <summary>Dates follow no known pattern (header, value).</summary>
    DatesUnknown,

    /// <summary>No sale names a customer.</summary>
    NoCustomerNamed,

    /// <summary>Cleaning left no customer (the rule that dropped most, rows dropped, rows there were).</summary>
    NothingLeft,

    /// <summary>No customer has a feature of the recipe (features).</summary>
    NoFeature,

    /// <summary>Too few customers (fewest clusters, customers needed, customers found).</summary>
    TooFewCustomers,

    /// <summary>A recipe is not JSON (line, character in it).</summary>
    RecipeNotJson,

    /// <summary>A setting stands twice (setting).</summary>
    SettingTwice,

    /// <summary>A recipe is JSON but no object (what stands there).</summary>
    RecipeNotObject,

    /// <summary>A group of settings is no object (setting, what stands there).</summary>
    SettingNotGroup,

    /// <summary>There is no such setting (setting, those there are).</summary>
    SettingUnknown,

    /// <summary>A setting has the wrong type (setting, what stands there, what must).</summary>
    SettingType,

    /// <summary>A setting is refused for another reason than its bounds (setting, why).</summary>
    SettingRefused,

    /// <summary>Whoever asks may not do it, or is signed out.</summary>
    AccessDenied,

    /// <summary>A run is not in the state any more that what was asked needs.</summary>
    RunChanged,

    /// <summary>An import is not in the state any more that what was asked needs.</summary>
    ImportChanged,

    /// <summary>An uploaded file is not there.</summary>
    UploadGone,

    /// <summary>An upload broke off, or is no form with files.</summary>
    UploadBroken,

    /// <summary>An upload did not come from a page of the site.</summary>
    UploadForged,

    /// <summary>An uploaded file is empty (its name).</summary>
    UploadEmpty,

    /// <summary>A file is larger than may be uploaded (the most).</summary>
    UploadTooLarge,

    /// <summary>The disk has no room for an upload (its size, bytes free).</summary>
    UploadNoRoom,

    /// <summary>A saved view has no name.</summary>
    ViewNameless,

    /// <summary>Somebody has as many saved views as there may be (how many).</summary>
    ViewsFull,

    /// <summary>There is no such saved view.</summary>
    ViewGone,

    /// <summary>The name of an audience is blank or too long (the longest).</summary>
    AudienceName,

    /// <summary>An audience would have no customer.</summary>
    AudienceEmpty,

    /// <summary>There is no such audience for whoever asks.</summary>
    AudienceGone,

    /// <summary>The published run does not have a segment.</summary>
    SegmentGone,

    /// <summary>The palette does not have a colour.</summary>
    SegmentColourUnknown,

    /// <summary>A name or lever holds control characters.</summary>
    SegmentTextControl,

    /// <summary>A name or lever is empty.</summary>
    SegmentTextEmpty,

    /// <summary>A name or lever is too long (the longest).</summary>
    SegmentTextTooLong,

    /// <summary>A segment was renamed in one language only (the other one).</summary>
    SegmentOneLanguage,

    /// <summary>A name has no letter.</summary>
    SegmentNameNoLetter,

    /// <summary>Nothing was chosen to be merged.</summary>
    SegmentNothingToMerge,

    /// <summary>Somebody merged a segment before (who, when).</summary>
    SegmentMergedBefore,

    /// <summary>Another segment has the name (the name).</summary>
    SegmentNameTaken,

    /// <summary>A part of another segment has the name (the other segment, the name).</summary>
    SegmentNameOfPart,

    /// <summary>There is no such edit.</summary>
    SegmentEditGone,

    /// <summary>An edit was undone before (by whom, when).</summary>
    SegmentEditUndone,

    /// <summary>A later edit of the same thing holds (whose, when).</summary>
    SegmentEditOvertaken,

    /// <summary>Undoing would bring back a name that another segment has (the name).</summary>
    SegmentUndoNameTaken,

    /// <summary>Undoing would bring back a name that a part of another segment has (the other segment, the name).</summary>
    SegmentUndoNameOfPart,

    /// <summary>A backup cannot be restored while a run or an import is at work.</summary>
    RestoreBusy,

    /// <summary>There is no such backup.</summary>
    BackupGone,

    /// <summary>A setting is out of bounds (setting, what stands there, its bounds).</summary>
    SettingOutOfBounds,

    /// <summary>A method cannot place customers that it was not fitted on, and there are more than it is fitted on (method, customers, customers the model learns from).</summary>
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
}
