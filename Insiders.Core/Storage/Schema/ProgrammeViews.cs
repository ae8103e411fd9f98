using System.Collections.Immutable;

namespace Insiders.Core.Storage.Schema;

/// <summary>
/// Views of programmes for other tools, as <c>docs/guide/other-tools.md</c> documents them. Their columns stay: a migration may add some. Tiers are numbered from 1 here, as people count.
/// </summary>
internal static class ProgrammeViews
{
    /// <summary>Their names.</summary>
    public static ImmutableArray<string> Names { get; } = ["view_programme_members", "view_programme_events", "view_programme_reviews"];

    /// <summary>The statements that create them, in the order of <see cref="Names"/>.</summary>
    public static ImmutableArray<string> Statements { get; } =
    [
        """
        CREATE VIEW view_programme_members AS
        SELECT m.customer_id, m.tier + 1 AS tier, t.name AS tier_name, m.joined_on, m.tier_since, m.leaves_on,
            m.leaves_on IS NOT NULL AS is_warned, m.grace_on IS NOT NULL AS is_in_grace, m.is_by_hand, m.evidence_json
        FROM programme_members m LEFT JOIN programme_tiers t ON t.programme_id = m.programme_id AND t.tier = m.tier
        """,
        """
        CREATE VIEW view_programme_events AS
        SELECT e.id AS event_id, e.review_id, e.happened_on, e.written_at, e.customer_id, e.kind, e.reason, e.from_tier + 1 AS from_tier, f.name AS from_tier_name,
            e.to_tier + 1 AS to_tier, t.name AS to_tier_name, e.leaves_on, e.note, e.evidence_json
        FROM programme_events e
        LEFT JOIN programme_tiers f ON f.programme_id = e.programme_id AND f.tier = e.from_tier
        LEFT JOIN programme_tiers t ON t.programme_id = e.programme_id AND t.tier = e.to_tier
        """,
        """
        CREATE VIEW view_programme_reviews AS
        SELECT id AS review_id, cause, run_id, published_at, reviewed_on, reviewed_at, reviewed_by, members, revenue_amount FROM programme_reviews
        """,
    ];
}
