using Insiders.Web.Cli;
using Insiders.Web.Composition;

return await CommandLine.RunAsync(CommandLine.Build(Site.RunAsync, OfflineRestore.RunAsync), args);
