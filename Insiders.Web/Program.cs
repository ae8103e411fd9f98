using Insiders.Web.Cli;

return await CommandLine.RunAsync(args);
