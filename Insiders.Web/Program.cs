using Insiders.Web.Commands;

return await CommandLine.RunAsync(args);
