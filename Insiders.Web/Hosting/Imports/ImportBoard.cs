using Insiders.Web.Hosting.Runs;

namespace Insiders.Web.Hosting.Imports;

/// <summary>Which file the worker of imports reads and how far it is.</summary>
public sealed class ImportBoard() : Board<ImportActivity>(new ImportActivity(null));
