using System.Globalization;
using Insiders.Core.Storage;
using Insiders.Web.Shared;
using Insiders.Web.Shell;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace Insiders.Web.Account;

/// <summary>Where people come in: checks a password, begins a session and brings the person's language and theme along.</summary>
public sealed class SignInDesk(SignInManager<Person> signIn, PeopleDirectory directory, TimeProvider time)
{
    // Somebody who is nobody costs the same time as a wrong password, so that addresses cannot be found out by a clock.
    private static readonly string s_nobodysHash = new PasswordHasher<Person>().HashPassword(Nobody(), "nobody's password");

    /// <summary>Tries a password.</summary>
    /// <returns>Null when the person is signed in, else one sentence on why not.</returns>
    public async Task<string?> SignInAsync(HttpContext context, string? email, string? password, bool stay)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (await signIn.UserManager.FindByEmailAsync(email?.Trim() ?? "") is not { } person)
        {
            signIn.UserManager.PasswordHasher.VerifyHashedPassword(Nobody(), s_nobodysHash, password ?? "");
            return Texts.AccountWrong;
        }

        var wasOut = await signIn.UserManager.IsLockedOutAsync(person);
        var answer = await signIn.CheckPasswordSignInAsync(person, password ?? "", lockoutOnFailure: true);
        if (answer.IsLockedOut)
        {
            if (!wasOut)
            {
                await NoteAsync(() => directory.NotePauseAsync(person, context.RequestAborted));
            }

            return LockedText(person);
        }

        if (!answer.Succeeded)
        {
            return Texts.AccountWrong;
        }

        await BeginAsync(context, person, stay);
        await NoteAsync(() => directory.NoteSignInAsync(person, context.RequestAborted));
        return null;
    }

    /// <summary>Begins a session for an account whose owner has just proved to be themselves.</summary>
    public async Task BeginAsync(HttpContext context, string id)
    {
        if (await signIn.UserManager.FindByIdAsync(id) is { } person)
        {
            await BeginAsync(context, person, stay: false);
        }
    }

    /// <summary>Makes the first administrator and signs them in.</summary>
    /// <exception cref="AccountException">It cannot be; the message says why.</exception>
    public async Task MakeAdminAsync(HttpContext context, SetupForm form)
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
            LanguageEndpoint.Remember(context.Response, person.Language!);
        }

        if (person.Theme != ThemeChoice.System)
        {
            var appearance = new Appearance(person.Theme, person.Theme == ThemeChoice.Dark);
            context.Response.Cookies.Append(Appearance.CookieName, appearance.ToCookie(), new CookieOptions { MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax });
        }
    }

    /// <summary>A disk that is full keeps nobody out: that somebody came is then known to the log of the web server only.</summary>
    private static async Task NoteAsync(Func<Task> note)
    {
        try
        {
            await note();
        }
        catch (Exception refusal) when (StoreRefusal.Is(refusal))
        {
            // Nothing that anybody could do now.
        }
    }

    private string LockedText(Person person) => person.LockoutEnd is { } end && end < DateTimeOffset.MaxValue.AddYears(-1)
        ? Figures.Fill(Texts.AccountPaused, Math.Max(1, Math.Ceiling((end - time.GetUtcNow()).TotalMinutes)))
        : Texts.AccountLocked;

    private static Person Nobody() => new() { DisplayName = "", Role = Roles.Viewer };
}
