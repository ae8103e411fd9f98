using System.Text;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.Features;

namespace Insiders.Web.Shell;

/// <summary>Refuses addresses that no browser writes: percent signs that encode nothing, bytes that are no text, control characters.</summary>
/// <remarks>What reads addresses further in differs on them, each in a way of its own; here they are refused once, before anything reads them.</remarks>
public static class CleanAddresses
{
    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Answers 400 to such an address.</summary>
    public static void UseCleanAddresses(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        // The page that explains the refusal is read under the address that was refused.
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
