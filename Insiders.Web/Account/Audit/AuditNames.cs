using System.Collections.Immutable;
using System.Globalization;
using Insiders.Core.Application.Audit;
using Insiders.Core.Application.Runs;
using Insiders.Core.Segments;

namespace Insiders.Web.Account.Audit;

/// <summary>Resolves the people and subjects of audit entries to their current names. The log itself stores addresses, numbers and keys, which never change.</summary>
/// <param name="People">Display names of people, by the address they sign in with.</param>
/// <param name="Segments">Names of segments, by stable id.</param>
public sealed record AuditNames(IReadOnlyDictionary<string, string> People, IReadOnlyDictionary<long, SegmentName> Segments)
{
    private const string SegmentPrefix = "segment ";
    private const string BytesSuffix = " bytes";
    private const string RoleArrow = " -> ";

    /// <summary>Reads the names.</summary>
    public static async Task<AuditNames> ReadAsync(PeopleDirectory people, IRunStore runs, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(people);
        ArgumentNullException.ThrowIfNull(runs);
        var persons = await people.ListAsync(cancellationToken);
        return new(persons.ToImmutableDictionary(person => person.Email, person => person.Name, StringComparer.OrdinalIgnoreCase), await runs.ListSegmentNamesAsync(cancellationToken));
    }

    /// <summary>Who acted: the name and the address, because only the address is unique.</summary>
    public string ActorOf(AuditEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return PersonOf(entry.Actor);
    }

    /// <summary>What the action was about: run 3, the name of a segment, a person, an import's file, a page of the settings.</summary>
    public string SubjectOf(AuditEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return KindOf(entry) switch
        {
            "run" when Number(entry.Subject) is { } run => Format.Fill(Texts.RunsNumber, run),
            "person" => PersonOf(entry.Subject),
            "segment" when entry.Subject.StartsWith(SegmentPrefix, StringComparison.Ordinal) && Number(entry.Subject[SegmentPrefix.Length..]) is { } segment => SegmentOf(segment),
            "import" => entry.Detail ?? entry.Subject,
            "backup" => Texts.AuditDatabase,
            "settings" => SettingsOf(entry.Subject),
            _ => AuditText.SubjectOf(entry),
        };
    }

    /// <summary>Further detail; null when there is none.</summary>
    public string? DetailOf(AuditEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return (KindOf(entry), entry.Detail) switch
        {
            (_, null) or ("import", _) => null,
            ("file", { } text) when text.EndsWith(BytesSuffix, StringComparison.Ordinal) && Number(text[..^BytesSuffix.Length]) is { } bytes => Format.Size(bytes),
            ("person", { } text) => string.Join(" → ", text.Split(RoleArrow).Select(role => Roles.All.Contains(role) ? RoleNames.Of(role) : role)),
            ("segment", { } text) when text.Split(", ").Select(Number).ToArray() is var parts && parts.All(part => part is not null) => string.Join(", ", parts.Select(part => SegmentOf(part!.Value))),
            _ => AuditText.DetailOf(entry),
        };
    }

    private static string KindOf(AuditEntry entry) => entry.Action.Split('.')[0];

    private static string SettingsOf(string key) => key switch
    {
        "recipe" => Texts.SettingsRecipe,
        "cleaning" => Texts.SettingsCleaning,
        "schedule" => Texts.SettingsSchedule,
        "general" => Texts.SettingsGeneral,
        "stages" => Texts.SettingsStages,
        "retention" => Texts.RetentionTitle,
        _ => key,
    };

    private static long? Number(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private string PersonOf(string address) => People.TryGetValue(address, out var name) ? Format.Fill(Texts.AuditPerson, name, address) : address;

    private string SegmentOf(long id) => Segments.TryGetValue(id, out var name) ? Format.NameOf(name) : Texts.SegNumberUnknown;
}
