using Insiders.Core.Application.Runs;

namespace Insiders.Core.Application.Imports;

/// <summary>Which file the worker of imports reads and how far it is.</summary>
public sealed class ImportStatusBroadcaster() : Broadcaster<ImportStatus>(new ImportStatus(null));
