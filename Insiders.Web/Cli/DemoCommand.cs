using System.CommandLine;
using System.Globalization;
using System.Text;
using Insiders.Core.Demo;
using Insiders.Core.Problems;
using Insiders.Web.Setup;

namespace Insiders.Web.Cli;

/// <summary>The verb that writes an invented shop's sales ledger.</summary>
public static class DemoCommand
{
    private static readonly Argument<string> s_file = new("FILE") { Description = "The CSV file to write; an existing one is replaced." };

    private static readonly Option<int?> s_customers = NumberOption.Between(
        "--customers", 1, 10_000_000, string.Create(CultureInfo.InvariantCulture, $"Customers of the shop. Default: {DemoShop.Options.Customers:N0}."));

    private static readonly Option<ulong?> s_seed = NumberOption.Seed("Seed of the invention; the same seed gives the same file. Default: 42.");

    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var command = new Command("demo", "Writes the sales ledger of an invented shop.") { s_file, s_customers, s_seed };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var shop = DemoShop.Options;
        shop = shop with { Customers = parsed.GetValue(s_customers) ?? shop.Customers, Seed = parsed.GetValue(s_seed) ?? shop.Seed };
        var file = parsed.GetRequiredValue(s_file);
        if (file == "")
        {
            throw new RefusedException("Expected the name of a file to write, and found ''.");
        }

        var target = Path.GetFullPath(file);
        ThrowUnlessOrdinary(target);
        var draft = $"{target}.{Guid.NewGuid():N}";
        try
        {
            long lines;
            await using (var writer = new StreamWriter(draft, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)))
            {
                lines = await Task.Run(() => GeneratedShop.Write(writer, shop, cancellationToken), cancellationToken);
            }

            File.Move(draft, target, overwrite: true);
            await parsed.InvocationConfiguration.Output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"Wrote {lines:N0} lines of an invented shop with {shop.Customers:N0} customers to {target}."));
            return ExitCode.Done;
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException($"Cannot write {target}: {refusal.Message}", refusal);
        }
        finally
        {
            if (File.Exists(draft))
            {
                File.Delete(draft);
            }
        }
    }

    // Whoever may write anywhere would put a file in the place of a device or a pipe.
    private static void ThrowUnlessOrdinary(string target)
    {
        if (Directory.Exists(target) || !OrdinaryFile.Is(target))
        {
            throw new RefusedException($"Expected the name of an ordinary file to write, and found {target}, which is something else.");
        }
    }
}
