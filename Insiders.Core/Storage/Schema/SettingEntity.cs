namespace Insiders.Core.Storage.Schema;

/// <summary>One group of settings of the installation, as JSON.</summary>
internal sealed class SettingEntity
{
    public required string Key { get; set; }

    public required string Value { get; set; }

    public required DateTimeOffset ChangedAt { get; set; }

    public required string ChangedBy { get; set; }
}
