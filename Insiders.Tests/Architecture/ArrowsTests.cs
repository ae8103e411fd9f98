using ArchUnitNET.Domain;
using ArchUnitNET.Loader;

namespace Insiders.Tests.Architecture;

/// <summary>Checks which folder of a project may depend on which; a reference in any signature or body counts.</summary>
public sealed class ArrowsTests
{
    /// <summary>Folders of Core from low to high. A folder may depend on those of lower lines; folders on the same line must not depend on each other.</summary>
    private static readonly string[][] s_core =
    [
        ["Numerics", "Problems"],
        ["Settings"],
        ["Import"],
        ["Ledger"],
        ["Cleaning"],
        ["Features"],
        ["Learning", "Statistics"],
        ["Segments"],
        ["Customers"],
        ["Programmes"],
        ["Pipeline"],
        ["Application"],
        ["Storage", "Demo"],
    ];

    /// <summary>Folders of Web from low to high. A feature must not depend on another feature.</summary>
    private static readonly string[][] s_web =
    [
        ["Localization"],
        ["Charts", "Exports", "Navigation"],
        ["Components"],
        ["Account"],
        ["Setup", "Features"],
        ["Shell"],
        ["Api", "Cli", "Hosting"],
        ["Composition"],
    ];

    private static readonly ArchUnitNET.Domain.Architecture s_product = new ArchLoader().LoadAssemblies(ProductTypes.CoreAssembly, ProductTypes.WebAssembly).Build();

    [Fact]
    public void Rooms_of_Core_know_lower_rooms_only() => KnowOnlyLower("Insiders.Core", s_core);

    [Fact]
    public void Rooms_of_Web_know_lower_rooms_only() => KnowOnlyLower("Insiders.Web", s_web);

    [Fact]
    public void A_feature_knows_no_other_feature()
        => Rule.HasNoOffenders(
            (from type in s_product.Types
             let feature = FeatureOf(type)
             where feature is not null && !IsGenerated(type)
             from dependency in type.Dependencies
             let known = FeatureOf(dependency.Target)
             where known is not null && known != feature
             select $"{feature} -> {known}: {type.Name} knows {dependency.Target.Name}").Distinct(),
            "Move what two features share down to Components or Localization:");

    [Fact]
    public void Only_Composition_knows_the_stores()
        => Rule.HasNoOffenders(
            (from type in s_product.Types
             let room = RoomOf(type, "Insiders.Web")
             where room is not null and not "Composition" && !IsGenerated(type)
             from dependency in type.Dependencies
             where RoomOf(dependency.Target, "Insiders.Core") == "Storage"
             select $"{room} -> Storage: {type.FullName} knows {dependency.Target.FullName}").Distinct(),
            "Ask for an interface of Insiders.Core.Application; Composition hands the store in:");

    private static string? FeatureOf(IType type)
        => type.Namespace?.FullName is { } space && space.StartsWith("Insiders.Web.Features.", StringComparison.Ordinal) ? space.Split('.')[3] : null;

    private static void KnowOnlyLower(string project, string[][] lines)
    {
        var height = lines.Index().SelectMany(line => line.Item.Select(room => (room, line.Index))).ToDictionary(entry => entry.room, entry => entry.Index);
        var arrows =
            from type in s_product.Types
            let room = RoomOf(type, project)
            where room is not null && !IsGenerated(type)
            from dependency in type.Dependencies
            let known = RoomOf(dependency.Target, project)
            where known is not null && known != room
            select (Type: type, Room: room, dependency.Target, Known: known);
        Rule.HasNoOffenders(
            arrows.Where(arrow => !height.ContainsKey(arrow.Room)).Select(arrow => $"{arrow.Room} stands in no line")
                .Concat(arrows.Where(arrow => height.TryGetValue(arrow.Room, out var high) && height.TryGetValue(arrow.Known, out var low) && low >= high)
                    .Select(arrow => $"{arrow.Room} -> {arrow.Known}: {arrow.Type.FullName} knows {arrow.Target.FullName}"))
                .Distinct(),
            $"Move what is shared down, or hand it in from above; {project} from low to high is {string.Join(" < ", lines.Select(line => string.Join(", ", line)))}:");
    }

    // Generated JSON contexts have methods of equal names, which would be confused with each other.
    private static bool IsGenerated(IType type) => type.Attributes.Any(attribute => attribute.Name == nameof(System.CodeDom.Compiler.GeneratedCodeAttribute));

    /// <summary>The top-level folder of a type; null for types of other projects and of the project's root.</summary>
    private static string? RoomOf(IType type, string project)
    {
        var space = type.Namespace?.FullName ?? "";
        return space.StartsWith(project + ".", StringComparison.Ordinal) ? space[(project.Length + 1)..].Split('.')[0] : null;
    }
}
