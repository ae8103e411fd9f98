namespace Insiders.Benchmarks.Load;

/// <summary>The pages that simulated users go to.</summary>
internal static class Tour
{
    private static readonly VisitedPage[] s_viewer = [new("/", "tiles")];

    private static readonly VisitedPage[] s_analyst = [.. s_viewer, new("/data", "tiles"), new("/runs", "runs-table"), new("/runs/new", "recipe-form"), new("/runs/{id}", "crumbs")];

    private static readonly VisitedPage[] s_admin = [.. s_analyst, new("/settings", "settings-card"), new("/settings/people", "data-email"), new("/settings/audit", "data-action")];

    /// <summary>Where somebody may go.</summary>
    /// <param name="role">The role's name.</param>
    /// <param name="others">Further pages of the navigation for the role, by address, each with its title.</param>
    public static IReadOnlyList<VisitedPage> Of(string role, IEnumerable<(string Address, string Title)> others)
    {
        VisitedPage[] known = role switch { "Admin" => s_admin, "Analyst" => s_analyst, _ => s_viewer };
        return [.. known, .. others.Where(other => !s_admin.Any(page => page.Address == other.Address)).Select(other => new VisitedPage(other.Address, other.Title))];
    }
}
