using Insiders.Core.Application.Disk;

namespace Insiders.Web.Cli;

/// <summary>Makes a data folder of a backup.</summary>
/// <param name="file">The backup.</param>
/// <param name="folder">The folder.</param>
/// <param name="output">Gets what was restored.</param>
/// <param name="error">Gets what is still to be done.</param>
/// <param name="cancellationToken">Stops it before anything is replaced.</param>
public delegate Task RestoreVerb(string file, DataFolder folder, TextWriter output, TextWriter error, CancellationToken cancellationToken);
