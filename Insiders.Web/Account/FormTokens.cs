using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;

namespace Insiders.Web.Account;

/// <summary>Refuses forms that a page of this site did not send, or that are none, before any endpoint reads them.</summary>
public static class FormTokens
{
    /// <summary>Answers 400 where the anti-forgery token is missing or foreign, or the form cannot be read. Comes after <c>UseAntiforgery</c>, which only takes down what it found.</summary>
    public static void UseFormTokens(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (await FindRefusalAsync(context) is { } status)
        {
            context.Response.StatusCode = status;
            return;
        }

        await next(context);
    });

    private static async Task<int?> FindRefusalAsync(HttpContext context)
    {
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IAntiforgeryValidationFeature>() is not { } looked)
        {
            return null;
        }

        if (!looked.IsValid)
        {
            // A form beyond the limit of bodies ended the look for its token.
            return looked.Error?.InnerException is BadHttpRequestException tooLong ? tooLong.StatusCode : StatusCodes.Status400BadRequest;
        }

        if (!context.Request.HasFormContentType)
        {
            return null;
        }

        try
        {
            // Where the token came in a header nobody has read the form yet: what is broken in it would be a failure of the endpoint.
            await context.Request.ReadFormAsync(context.RequestAborted);
            return null;
        }
        catch (BadHttpRequestException broken)
        {
            return broken.StatusCode;
        }
        catch (InvalidDataException)
        {
            return StatusCodes.Status400BadRequest;
        }
    }
}
