using MudBlazor;

namespace Insiders.Web.Features.Settings;

/// <summary>The groups of settings; the settings page and tests read this list.</summary>
public static class SettingsCards
{
    /// <summary>The groups, in the order of the page.</summary>
    public static IReadOnlyList<SettingsCard> All { get; } =
    [
        new("/settings/recipe", () => Texts.SettingsRecipe, () => Texts.SettingsRecipeLead, Icons.Material.Outlined.Tune),
        new("/settings/cleaning", () => Texts.SettingsCleaning, () => Texts.SettingsCleaningLead, Icons.Material.Outlined.FilterAlt),
        new("/settings/stages", () => Texts.SettingsStages, () => Texts.SettingsStagesLead, Icons.Material.Outlined.Timelapse),
        new("/settings/schedule", () => Texts.SettingsSchedule, () => Texts.SettingsScheduleLead, Icons.Material.Outlined.Schedule),
        new("/settings/general", () => Texts.SettingsGeneral, () => Texts.SettingsGeneralLead, Icons.Material.Outlined.Settings),
        new("/settings/backup", () => Texts.SettingsBackup, () => Texts.SettingsBackupLead, Icons.Material.Outlined.Save),
        new("/settings/people", () => Texts.PeopleTitle, () => Texts.SettingsPeopleLead, Icons.Material.Outlined.Group),
        new("/settings/audit", () => Texts.AuditTitle, () => Texts.SettingsAuditLead, Icons.Material.Outlined.FactCheck),
    ];
}
