using System.Globalization;
using System.Security.Claims;
using Insiders.Core.Application.PublishedRuns;

namespace Insiders.Web.Components.Search;

/// <summary>A search of the site.</summary>
/// <param name="Text">The trimmed search text; never empty.</param>
/// <param name="Person">Who searches, and must not find what they may not see.</param>
/// <param name="Published">The published run; null while there is none.</param>
/// <param name="Services">The services of the site.</param>
public sealed record SearchRequest(string Text, ClaimsPrincipal Person, PublishedRun? Published, IServiceProvider Services)
{
    /// <summary>Most hits of a kind that may have many.</summary>
    public const int Most = 5;

    /// <summary>A service.</summary>
    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    /// <summary>True when a name contains the search text; case and accents are ignored.</summary>
    public bool Matches(string name) => IsIn(name, Text);

    /// <summary>True when a name contains a text; case and accents are ignored.</summary>
    public static bool IsIn(string name, string text)
        => CultureInfo.CurrentCulture.CompareInfo.IndexOf(name, text, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0;

    /// <summary>How many customers a hit has, as its detail.</summary>
    public static string Count(int customers) => Format.Fill(Texts.SearchCustomers, Format.Whole(customers));
}
