using System.Collections.Immutable;
using System.Globalization;
using Insiders.Web.Navigation;

namespace Insiders.Web.Features.Programmes;

/// <summary>What the address of the programme asks for.</summary>
/// <param name="View">Which part of the page, one of <see cref="Views"/>.</param>
/// <param name="On">The day whose members are asked for; null for now.</param>
/// <param name="IsWhole">True for the whole log, false for what happened since the last review of everybody.</param>
/// <param name="Page">The page of a long table, from 1.</param>
public sealed record ProgrammeQuery(string View, DateOnly? On, bool IsWhole, int Page)
{
    /// <summary>The path of the page.</summary>
    public const string Path = "/programme";

    /// <summary>Names of views.</summary>
    public const string Members = "members", Conditions = "conditions", Events = "events", Policy = "policy", ByHand = "by-hand", HighValue = "high-value";

    private const string ViewKey = "view";
    private const string OnKey = "on";
    private const string WholeKey = "log";
    private const string Whole = "all";
    private const string PageKey = "page";

    /// <summary>The views, in the order of the tabs.</summary>
    public static ImmutableArray<string> Views { get; } = [Members, Conditions, Events, Policy, ByHand, HighValue];

    /// <summary>Reads an address; what it does not know is as if it were not there.</summary>
    public static ProgrammeQuery Read(AddressQuery address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return new(
            address.Find(ViewKey) is { } view && Views.Contains(view) ? view : Members,
            DateOnly.TryParseExact(address.Find(OnKey), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) ? on : null,
            address.Find(WholeKey) == Whole,
            int.TryParse(address.Find(PageKey), NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 0 ? page : 1);
    }

    /// <summary>The address that asks for this.</summary>
    public string ToAddress() => AddressQuery.Empty
        .WithUnless(ViewKey, View, Members)
        .WithUnless(OnKey, On?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "")
        .WithUnless(WholeKey, IsWhole ? Whole : null, "")
        .WithUnless(PageKey, Page.ToString(CultureInfo.InvariantCulture), "1").To(Path);
}
