using Microsoft.EntityFrameworkCore;

namespace Insiders.Core.Storage.Schema;

/// <summary>The tables of programmes. All but the first hang on their programme and go with it; customers are named by their id, because a run may be deleted before its members leave.</summary>
internal static class ProgrammeSchema
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<ProgrammeEntity>(programme => programme.ToTable("programmes").HasKey(row => row.Id));
        model.Entity<ProgrammeTierEntity>(tier =>
        {
            tier.ToTable("programme_tiers").HasKey(row => new { row.ProgrammeId, row.Tier });
            tier.HasOne<ProgrammeEntity>().WithMany().HasForeignKey(row => row.ProgrammeId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<ProgrammeMemberEntity>(member =>
        {
            member.ToTable("programme_members").HasKey(row => new { row.ProgrammeId, row.CustomerId });
            member.HasOne<ProgrammeEntity>().WithMany().HasForeignKey(row => row.ProgrammeId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<ProgrammeReviewEntity>(review =>
        {
            review.ToTable("programme_reviews").HasKey(row => row.Id);
            review.HasOne<ProgrammeEntity>().WithMany().HasForeignKey(row => row.ProgrammeId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<ProgrammeEventEntity>(happened =>
        {
            happened.ToTable("programme_events").HasKey(row => row.Id);
            happened.HasOne<ProgrammeReviewEntity>().WithMany().HasForeignKey(row => row.ReviewId).OnDelete(DeleteBehavior.Cascade);
            happened.HasOne<ProgrammeEntity>().WithMany().HasForeignKey(row => row.ProgrammeId).OnDelete(DeleteBehavior.Cascade);
            happened.HasIndex(row => new { row.ProgrammeId, row.CustomerId });
        });
        model.Entity<ProgrammeDecisionEntity>(decision =>
        {
            decision.ToTable("programme_decisions").HasKey(row => new { row.ProgrammeId, row.CustomerId });
            decision.HasOne<ProgrammeEntity>().WithMany().HasForeignKey(row => row.ProgrammeId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
