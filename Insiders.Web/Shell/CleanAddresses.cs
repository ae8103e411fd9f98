using System.Text;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.Features;

namespace Insiders.Web.Shell;

/// <summary>Refuses addresses that no browser produces: invalid percent-encoding, bytes that are not UTF-8, control characters.</summary>
/// <remarks>The parsers further in treat such addresses differently, so they are refused once, before anything reads them.</remarks>
public static class CleanAddresses
{
    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Answers 400 to such an address.</summary>
    public static void UseCleanAddresses(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        // The page that explains the refusal is served under the refused address.
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null || IsText(TargetOf(context)))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    });

    /// <summary>Whether the target of a request is text, percent-encoded as UTF-8, without control characters.</summary>
    internal static bool IsText(string target)
    {
        var bytes = new byte[Encoding.UTF8.GetMaxByteCount(target.Length)];
        var length = 0;
        for (var at = 0; at < target.Length; at++)
        {
            if (target[at] != '%')
            {
                length += Encoding.UTF8.GetBytes(target.AsSpan(at, 1), bytes.AsSpan(length));
            }
            else if (at + 2 < target.Length && char.IsAsciiHexDigit(target[at + 1]) && char.IsAsciiHexDigit(target[at + 2]))
            {
                bytes[length++] = Convert.FromHexString(target.AsSpan(at + 1, 2))[0];
                at += 2;
            }
            else
            {
                return false;
            }
        }

        try
        {
            return !s_strict.GetString(bytes.AsSpan(0, length)).Any(char.IsControl);
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static string TargetOf(HttpContext context) =>
        context.Features.Get<IHttpRequestFeature>()?.RawTarget is { Length: > 0 } target ? target : context.Request.GetEncodedPathAndQuery();
}
