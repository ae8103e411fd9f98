using Microsoft.AspNetCore.Identity;

namespace Insiders.Web.Account;

/// <summary>Thrown when a change to an account is refused; the message says why, in the reader's language.</summary>
public sealed class AccountException(string message) : Exception(message)
{
    /// <summary>Throws if a change failed.</summary>
    public static void ThrowUnless(IdentityResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        if (!result.Succeeded)
        {
            // The e-mail address is also the user name, so the same error comes twice.
            throw new AccountException(string.Join(" ", result.Errors.Select(error => error.Description).Distinct()));
        }
    }
}
