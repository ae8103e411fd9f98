namespace Insiders.Web.Cli;

/// <summary>Serves the site until stopped.</summary>
/// <param name="args">Settings as <c>--Name=value</c>.</param>
/// <param name="settings">Settings that win over all others.</param>
/// <param name="cancellationToken">Stops the site.</param>
public delegate Task ServeVerb(string[] args, IReadOnlyDictionary<string, string?> settings, CancellationToken cancellationToken);
