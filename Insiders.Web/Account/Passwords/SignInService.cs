using System.Globalization;
using System.Security.Cryptography;
using Insiders.Core.Application.Settings;
using Insiders.Core.Problems;
using Insiders.Web.Components;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace Insiders.Web.Account.Passwords;

/// <summary>Signs people in: checks the password, starts a session and applies the person's language and theme.</summary>
public sealed class SignInService(SignInManager<Person> signIn, PeopleDirectory directory, PasswordAttempts tries)
{
    // An unknown address takes as long as a wrong password, so that response times do not reveal which addresses have accounts.
    private static readonly string s_nobodysHash = new PasswordHasher<Person>().HashPassword(Nobody(), "nobody's password");

    // Milliseconds.
    private const int Soonest = 1_000;
    private const int Latest = 4_000;

    /// <summary>Failed attempts by others that the person who has just signed in should be told of; null when there are none.</summary>
    public FailedAttempts? Told { get; private set; }

    /// <summary>The key under which attempts on an address are counted, whether or not it has an account.</summary>
    public static string AccountOf(string? email) => (email ?? "").Trim().ToUpperInvariant();

    /// <summary>Checks a password and signs the person in.</summary>
    /// <returns>Null when the person is signed in, otherwise a sentence saying why not: the same, after the same time, whether or not the account exists.</returns>
    public async Task<string?> SignInAsync(HttpContext context, string? email, string? password, bool stay)
    {
        ArgumentNullException.ThrowIfNull(context);
        var account = AccountOf(email);
        var person = await signIn.UserManager.FindByEmailAsync(email?.Trim() ?? "");
        var place = PlaceOf(context, person?.Id);
        if (tries.Begin(account, place) is { } wait)
        {
            return WaitText(wait);
        }

        if (!IsRight(person, password) || person is null)
        {
            return Refuse(person, account, place, Texts.AccountWrong);
        }

        Told = tries.Succeed(account, place);
        if (person.LockoutEnd == DateTimeOffset.MaxValue)
        {
            return Texts.AccountLocked;
        }

        RecognisedBrowser.Remember(context, person.Id);
        await BeginAsync(context, person, stay);
        await NoteAsync(() => directory.NoteSignInAsync(person, context.RequestAborted));
        return null;
    }

    /// <summary>Starts a session for an account whose owner has just proved their identity.</summary>
    public async Task BeginAsync(HttpContext context, string id)
    {
        if (await signIn.UserManager.FindByIdAsync(id) is { } person)
        {
            await BeginAsync(context, person, stay: false);
        }
    }

    /// <summary>Changes a password at its owner's request and starts a session with the new one. Wrong attempts at the old password count like those of signing in.</summary>
    /// <exception cref="AccountException">The change is refused; the message says why.</exception>
    public async Task ChangePasswordAsync(HttpContext context, string id, string current, string wanted)
    {
        ArgumentNullException.ThrowIfNull(context);
        var person = await signIn.UserManager.FindByIdAsync(id) ?? throw new AccountException(Texts.AccountLinkInvalid);
        var (account, place) = (AccountOf(person.Email), PlaceOf(context, id));
        if (tries.Begin(account, place) is { } wait)
        {
            throw new AccountException(WaitText(wait));
        }

        if (!IsRight(person, current))
        {
            throw new AccountException(Refuse(person, account, place, signIn.UserManager.ErrorDescriber.PasswordMismatch().Description));
        }

        _ = tries.Succeed(account, place);
        await directory.ChangePasswordAsync(id, current, wanted, context.RequestAborted);
        await BeginAsync(context, id);
    }

    /// <summary>Creates the first administrator and signs them in.</summary>
    /// <exception cref="AccountException">The change is refused; the message says why.</exception>
    public async Task MakeAdminAsync(HttpContext context, NewAdmin form)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (string.IsNullOrWhiteSpace(form.Name))
        {
            throw new AccountException(Texts.AccountNameMissing);
        }

        if (form.Wanted != form.Repeated)
        {
            throw new AccountException(Texts.AccountPasswordsDiffer);
        }

        var id = await directory.AddFirstAdminAsync(form.Name, form.Email ?? "", form.Wanted ?? "", CultureInfo.CurrentUICulture.Name, CancellationToken.None);
        await BeginAsync(context, id);
        await directory.NoteSignInAsync((await signIn.UserManager.FindByIdAsync(id))!, CancellationToken.None);
    }

    private async Task BeginAsync(HttpContext context, Person person, bool stay)
    {
        await signIn.SignInWithClaimsAsync(person, new AuthenticationProperties { IsPersistent = stay }, [Sessions.Begin()]);
        if (Languages.Has(person.Language))
        {
            Languages.Remember(context.Response, person.Language!);
        }

        if (person.Theme != ThemeChoice.System)
        {
            var appearance = new Appearance(person.Theme, person.Theme == ThemeChoice.Dark);
            context.Response.Cookies.Append(Appearance.CookieName, appearance.ToCookie(), new CookieOptions { MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax });
        }
    }

    // An account without a password takes as long as a wrong password.
    private bool IsRight(Person? person, string? password) =>
        signIn.UserManager.PasswordHasher.VerifyHashedPassword(person ?? Nobody(), person?.PasswordHash ?? s_nobodysHash, password ?? "") != PasswordVerificationResult.Failed
            && person?.PasswordHash is not null;

    // The owner's own browser is a source of its own, so that an attacker on the same network does not slow it down.
    private static string PlaceOf(HttpContext context, string? personId) =>
        RecognisedBrowser.PersonOf(context) is { } owner && owner == personId ? PasswordAttempts.OwnBrowser : NetworkAddress.Of(context);

    private string Refuse(Person? person, string account, string place, string reason)
    {
        if (tries.FindWait(account, place) is not { } wait)
        {
            return reason;
        }

        // Written seconds after the response without anyone waiting for it, because the time of the write must not reveal that the account exists, not even to the next request on the same connection.
        if (person is not null)
        {
            _ = NoteLaterAsync(() => directory.NotePauseAsync(person, CancellationToken.None));
        }

        return WaitText(wait);
    }

    private static string WaitText(TimeSpan wait) => Format.Fill(Texts.AccountPaused, Math.Max(1, Math.Ceiling(wait.TotalMinutes)));

    private static async Task NoteLaterAsync(Func<Task> note)
    {
        await Task.Delay(RandomNumberGenerator.GetInt32(Soonest, Latest));
        await NoteAsync(note);
    }

    /// <summary>Records a sign-in. A full disk must not keep anyone out; in that case only the web server's log has the sign-in.</summary>
    private static async Task NoteAsync(Func<Task> note)
    {
        try
        {
            await note();
        }
        catch (Exception refusal) when (StoreRefusal.Is(refusal))
        {
            // Nothing can be done about it now.
        }
    }

    private static Person Nobody() => new() { DisplayName = "", Role = Roles.Viewer };
}
