using Microsoft.AspNetCore.Identity;

namespace Insiders.Web.Account;

/// <summary>Describes errors in accounts and passwords in the reader's language.</summary>
public sealed class AccountErrors : IdentityErrorDescriber
{
    /// <inheritdoc/>
    public override IdentityError PasswordTooShort(int length) => Say(nameof(PasswordTooShort), Format.Fill(Texts.AccountPasswordTooShort, length));

    /// <inheritdoc/>
    public override IdentityError PasswordRequiresUniqueChars(int uniqueChars) => Say(nameof(PasswordRequiresUniqueChars), Format.Fill(Texts.AccountPasswordTooEven, uniqueChars));

    /// <inheritdoc/>
    public override IdentityError PasswordMismatch() => Say(nameof(PasswordMismatch), Texts.AccountPasswordMismatch);

    /// <inheritdoc/>
    public override IdentityError InvalidEmail(string? email) => Say(nameof(InvalidEmail), Format.Fill(Texts.AccountEmailInvalid, email ?? ""));

    /// <inheritdoc/>
    public override IdentityError InvalidUserName(string? userName) => InvalidEmail(userName);

    /// <inheritdoc/>
    public override IdentityError DuplicateEmail(string email) => Say(nameof(DuplicateEmail), Format.Fill(Texts.AccountEmailTaken, email));

    /// <inheritdoc/>
    public override IdentityError DuplicateUserName(string userName) => DuplicateEmail(userName);

    /// <inheritdoc/>
    public override IdentityError InvalidToken() => Say(nameof(InvalidToken), Texts.AccountLinkInvalid);

    private static IdentityError Say(string code, string text) => new() { Code = code, Description = text };
}
