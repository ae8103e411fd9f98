using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;

namespace Insiders.Web.Account;

/// <summary>Refuses forms that are malformed or did not come from a page of this site, before any endpoint reads them.</summary>
public static class FormTokens
{
    /// <summary>Answers 400 if the anti-forgery token is missing or invalid, or the form cannot be read. Must come after <c>UseAntiforgery</c>, which only records the result of its check.</summary>
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
            // The body was too large, so the search for the token was cut short.
            return looked.Error?.InnerException is BadHttpRequestException tooLong ? tooLong.StatusCode : StatusCodes.Status400BadRequest;
        }

        if (!context.Request.HasFormContentType)
        {
            return null;
        }

        try
        {
            // If the token came in a header, the form has not been read yet; a malformed one would otherwise fail inside the endpoint.
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
