using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Insiders.Core.Application.Access;
using Insiders.Core.Application.Audit;
using Insiders.Core.Application.Settings;
using Insiders.Core.Problems;

namespace Insiders.Core.Application.Imports;

/// <summary>The templates that people of this installation saved from a mapping, or were given as a file.</summary>
public sealed partial class TemplateService(ISettingsStore store, AccessCheck access, TimeProvider time) : IDisposable
{
    /// <summary>Most templates.</summary>
    public const int Most = 100;

    private readonly SettingsList<SavedTemplate> _list = new(store, "import-templates", TemplatesJson.Default.ImmutableArraySavedTemplate);

    /// <inheritdoc/>
    public void Dispose() => _list.Dispose();

    /// <summary>All of them, by name.</summary>
    public Task<ImmutableArray<SavedTemplate>> ListAsync(CancellationToken cancellationToken) => _list.ListAsync(cancellationToken);

    /// <summary>Saves how a file is read, in place of a template with the same name.</summary>
    /// <param name="actor">Who saves.</param>
    /// <param name="name">Its name.</param>
    /// <param name="review">The file as it would be read; the columns that were found are saved with those that were chosen.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    public Task<Result> SaveAsync(Actor actor, string name, ImportReview review, CancellationToken cancellationToken) => SaveAsync(actor, name, () => new(
        name, [.. review.Columns.Values.Distinct().Order(StringComparer.Ordinal)], review.Choices with { Columns = review.Columns }, actor.Name, time.GetUtcNow()), cancellationToken);

    /// <summary>Takes a template from a file.</summary>
    /// <param name="actor">Who takes it.</param>
    /// <param name="json">See <see cref="SavedTemplate.ToJson"/>.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    public Task<Result> TakeAsync(Actor actor, string json, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var template = SavedTemplate.Parse(json, actor.Name, time.GetUtcNow());
        return SaveAsync(actor, template?.Name, () => template, cancellationToken);
    }

    /// <summary>Deletes a template; imports that were read by it stay as they are.</summary>
    public async Task<Result> DeleteAsync(Actor actor, string name, CancellationToken cancellationToken)
        => await access.RefuseAsync(actor, Role.Analyst, cancellationToken) is { } refusal ? refusal
            : await _list.ChangeAsync(all => (all.RemoveAll(template => IsCalled(template, name)), EntryOf(actor, "template.deleted", name)), cancellationToken);

    private async Task<Result> SaveAsync(Actor actor, string? name, Func<SavedTemplate?> make, CancellationToken cancellationToken)
    {
        if (await access.RefuseAsync(actor, Role.Analyst, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        if (name is null || make() is not { } template)
        {
            return Problem.Of(ProblemCode.TemplateUnreadable);
        }

        if (template.Name.Trim() is not { Length: > 0 and <= SavedTemplate.LongestName } trimmed)
        {
            return Problem.Of(ProblemCode.TemplateName, SavedTemplate.LongestName);
        }

        return await _list.ChangeAsync(
            all => all.RemoveAll(other => IsCalled(other, trimmed)) is not { Length: < Most } others ? Problem.Of(ProblemCode.TemplatesFull, Most)
                : (others.Add(template with { Name = trimmed }).Sort((one, other) => StringComparer.OrdinalIgnoreCase.Compare(one.Name, other.Name)), EntryOf(actor, "template.saved", trimmed)),
            cancellationToken);
    }

    private static bool IsCalled(SavedTemplate template, string name) => string.Equals(template.Name, name, StringComparison.OrdinalIgnoreCase);

    private AuditEntry EntryOf(Actor actor, string action, string name) => new(0, time.GetUtcNow(), actor.Name, action, name);

    [JsonSourceGenerationOptions(UseStringEnumConverter = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(ImmutableArray<SavedTemplate>))]
    private sealed partial class TemplatesJson : JsonSerializerContext;
}
