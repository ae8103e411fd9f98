using System.Security.Cryptography;
using System.Text;
using Insiders.Core.Application.Access;
using Insiders.Core.Application.Imports;
using Insiders.Core.Application.Runs;
using Insiders.Core.Application.Settings;
using Insiders.Core.Pipeline;
using Insiders.Core.Problems;
using Insiders.Web.Account;

namespace Insiders.Web.Setup;

/// <summary>The progress of the set-up, and the token that restricts it to the person who started the process.</summary>
/// <remarks>The step is derived from the data folder, so that a restart continues where it was; only the token is new with each start.</remarks>
public sealed class SetupState(PeopleDirectory people, AccountQueries facts, IRunStore store, IImportStore imports, ISettingsStore settingsStore, SettingsService settings, SetupOptions options, TimeProvider time)
{
    private const string ClosedKey = "setup.closed";

    private readonly string _token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
    private volatile bool _closed;

    /// <summary>Why the last file was refused; shown once.</summary>
    public SetupProblem? Problem { get; set; }

    /// <summary>The address with the token, for the console only; it is never logged.</summary>
    public string Link => $"{SetupEndpoints.Page}?token={_token}";

    /// <summary>Whether a token is the one of this start.</summary>
    public bool IsToken(string? token) => token is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(_token));

    /// <summary>The current step of the set-up.</summary>
    public async Task<SetupStep> FindStepAsync(CancellationToken cancellationToken)
    {
        if (_closed)
        {
            return SetupStep.Closed;
        }

        if (!await facts.HasAdminAsync(cancellationToken))
        {
            return SetupStep.Administrator;
        }

        if (await settingsStore.FindAsync(ClosedKey, cancellationToken) is not null)
        {
            _closed = true;
            return SetupStep.Closed;
        }

        if ((await imports.ListImportsAsync(cancellationToken)).IsEmpty)
        {
            return SetupStep.Ledger;
        }

        var runs = await store.ListRunsAsync(cancellationToken);
        if (runs.Any(run => run.IsPublished))
        {
            await CloseAsync(cancellationToken);
            return SetupStep.Closed;
        }

        return SetupStep.Run;
    }

    /// <summary>Creates the account of an unattended start and completes the set-up; does nothing for an attended start.</summary>
    /// <exception cref="RefusedException">The password or the e-mail address is refused, or the ledger file does not exist.</exception>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (!options.IsUnattended || await facts.HasAdminAsync(cancellationToken))
        {
            return;
        }

        if (options.Ledger is { } ledger && ledger != SetupOptions.Demo && !File.Exists(ledger))
        {
            throw new RefusedException($"Insiders:Setup:Ledger names {ledger}, which does not exist.");
        }

        if (options.Preset is { } preset && RecipePresets.Find(preset) is null)
        {
            throw new RefusedException($"Insiders:Setup:Preset is '{preset}': expected {string.Join(" or ", RecipePresets.All.Select(known => known.Name))}.");
        }

        var general = Named(await settings.ReadGeneralAsync(cancellationToken));
        try
        {
            await people.AddFirstAdminAsync(options.AdminName ?? options.AdminEmail!.Split('@')[0], options.AdminEmail!, options.AdminPassword!, null, cancellationToken);
        }
        catch (AccountException refusal)
        {
            throw new RefusedException($"The administrator in Insiders:Setup cannot be created: {refusal.Message}", refusal);
        }

        if (general != settings.General)
        {
            await settings.SaveAsync(Actor.Program, general, cancellationToken);
        }

        await settings.StartWithAsync(options.StartingRecipe, cancellationToken);
        await CloseAsync(cancellationToken);
    }

    private InstallationGeneral Named(InstallationGeneral general)
    {
        try
        {
            return options.Currency is { } currency ? general with { Currency = currency.Trim().ToUpperInvariant() } : general;
        }
        catch (ArgumentException refusal)
        {
            throw new RefusedException($"Insiders:Setup:Currency is '{options.Currency}': a currency is a code of three letters, such as GBP.", refusal);
        }
    }

    private async Task CloseAsync(CancellationToken cancellationToken)
    {
        await settingsStore.SaveAsync(ClosedKey, "true", Actor.Program.Name, time.GetUtcNow(), cancellationToken);
        _closed = true;
    }
}
