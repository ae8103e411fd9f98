namespace Insiders.Web.Worker;

/// <summary>Which file the worker of imports reads and how far it is.</summary>
public sealed class ImportBoard() : Board<ImportActivity>(new ImportActivity(null));
