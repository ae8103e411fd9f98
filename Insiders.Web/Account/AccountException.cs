using Microsoft.AspNetCore.Identity;

namespace Insiders.Web.Account;

/// <summary>Something about an account that cannot be; the message says why, in the reader's language.</summary>
public sealed class AccountException(string message) : Exception(message)
{
    /// <summary>Throws unless a change was made.</summary>
    public static void ThrowUnless(IdentityResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        if (!result.Succeeded)
        {
            // An address is user name and e-mail at once: the same complaint comes twice.
            throw new AccountException(string.Join(" ", result.Errors.Select(error => error.Description).Distinct()));
        }
    }
}
