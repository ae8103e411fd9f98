using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;

namespace Insiders.Web.Account;

/// <summary>Refuses forms that a page of this site did not send, before any endpoint reads them.</summary>
public static class FormTokens
{
    /// <summary>Answers 400 where the anti-forgery token is missing or foreign. Comes after <c>UseAntiforgery</c>, which only takes down what it found.</summary>
    public static void UseFormTokens(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var looked = context.Features.Get<IAntiforgeryValidationFeature>();
        var isRefused = looked is { IsValid: false } && context.Features.Get<IStatusCodeReExecuteFeature>() is null;
        if (!isRefused)
        {
            return next(context);
        }

        // A form beyond the limit of bodies ended the look for its token.
        context.Response.StatusCode = looked!.Error?.InnerException is BadHttpRequestException broken ? broken.StatusCode : StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    });
}
