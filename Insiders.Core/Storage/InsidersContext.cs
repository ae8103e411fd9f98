using System.Text;
using Insiders.Core.Application.Holdouts;
using Insiders.Core.Application.Imports;
using Insiders.Core.Application.Programmes;
using Insiders.Core.Application.Runs;
using Insiders.Core.Application.WorkLists;
using Insiders.Core.Customers.Outlooks;
using Insiders.Core.Programmes;
using Insiders.Core.Segments.Edits;
using Insiders.Core.Statistics.Experiments;
using Insiders.Core.Storage.Schema;
using Insiders.Core.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Insiders.Core.Storage;

/// <summary>
/// The tables in EF Core's model. <c>run_customers</c> is not part of it, because its feature columns depend on the runs
/// (decision 0004); <see cref="RunCustomerRows"/> writes and reads its rows.
/// </summary>
internal sealed class InsidersContext(DbContextOptions<InsidersContext> options) : DbContext(options)
{
    public const string NewestMigration = "20261201041917_RunRetention";

    public DbSet<ImportEntity> Imports => Set<ImportEntity>();

    public DbSet<RunEntity> Runs => Set<RunEntity>();

    public DbSet<CandidateEntity> Candidates => Set<CandidateEntity>();

    public DbSet<SegmentEntity> Segments => Set<SegmentEntity>();

    public DbSet<RunSegmentEntity> RunSegments => Set<RunSegmentEntity>();

    public DbSet<PublicationEntity> Publications => Set<PublicationEntity>();

    public DbSet<AuditEntity> Audit => Set<AuditEntity>();

    public DbSet<SettingEntity> Settings => Set<SettingEntity>();

    public DbSet<ImportJobEntity> ImportJobs => Set<ImportJobEntity>();

    public DbSet<SegmentEditEntity> SegmentEdits => Set<SegmentEditEntity>();

    public DbSet<AudienceEntity> Audiences => Set<AudienceEntity>();

    public DbSet<AudienceMembersEntity> AudienceMembers => Set<AudienceMembersEntity>();

    public DbSet<AudienceSnapshotEntity> AudienceSnapshots => Set<AudienceSnapshotEntity>();

    public DbSet<SavedViewEntity> SavedViews => Set<SavedViewEntity>();

    public DbSet<StandardViewEntity> StandardViews => Set<StandardViewEntity>();

    public DbSet<ImportChoicesEntity> ImportChoices => Set<ImportChoicesEntity>();

    public DbSet<WorkItemEntity> WorkItems => Set<WorkItemEntity>();

    public DbSet<RunAnalysisEntity> RunAnalyses => Set<RunAnalysisEntity>();

    public DbSet<ProgrammeEntity> Programmes => Set<ProgrammeEntity>();

    public DbSet<ProgrammeTierEntity> ProgrammeTiers => Set<ProgrammeTierEntity>();

    public DbSet<ProgrammeMemberEntity> ProgrammeMembers => Set<ProgrammeMemberEntity>();

    public DbSet<ProgrammeReviewEntity> ProgrammeReviews => Set<ProgrammeReviewEntity>();

    public DbSet<ProgrammeEventEntity> ProgrammeEvents => Set<ProgrammeEventEntity>();

    public DbSet<ProgrammeDecisionEntity> ProgrammeDecisions => Set<ProgrammeDecisionEntity>();
    public DbSet<HoldoutEntity> Holdouts => Set<HoldoutEntity>();
    public DbSet<HoldoutMemberEntity> HoldoutMembers => Set<HoldoutMemberEntity>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcText>();
        configurationBuilder.Properties<RunState>().HaveConversion<string>();
        configurationBuilder.Properties<ImportJobState>().HaveConversion<string>();
        configurationBuilder.Properties<SegmentEditKind>().HaveConversion<string>();
        configurationBuilder.Properties<WorkAct>().HaveConversion<string>();
        configurationBuilder.Properties<WorkReason>().HaveConversion<string>();
        configurationBuilder.Properties<WorkState>().HaveConversion<string>();
        configurationBuilder.Properties<ReviewCause>().HaveConversion<string>();
        configurationBuilder.Properties<EventKind>().HaveConversion<string>();
        configurationBuilder.Properties<EventReason>().HaveConversion<string>();
        configurationBuilder.Properties<OutlookGroup>().HaveConversion<string>();
        configurationBuilder.Properties<HoldoutMetric>().HaveConversion<string>();
        configurationBuilder.Properties<Arm>().HaveConversion<string>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<ImportEntity>(import => import.ToTable("imports").HasKey(row => row.Id));
        modelBuilder.Entity<RunEntity>(run =>
        {
            run.ToTable("runs").HasKey(row => row.Id);
            run.HasIndex(row => row.State);
        });
        modelBuilder.Entity<CandidateEntity>(candidate =>
        {
            candidate.ToTable("candidates").HasKey(row => new { row.RunId, row.Method, row.ClusterCount });
            candidate.HasOne<RunEntity>().WithMany().HasForeignKey(row => row.RunId).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<SegmentEntity>(segment =>
        {
            segment.ToTable("segments").HasKey(row => row.Id);
            segment.HasIndex(row => row.Key).IsUnique();
        });
        modelBuilder.Entity<RunSegmentEntity>(segment =>
        {
            segment.ToTable("run_segments").HasKey(row => new { row.RunId, row.SegmentId });
            segment.ComplexProperty(row => row.Profile);
            segment.HasOne<RunEntity>().WithMany().HasForeignKey(row => row.RunId).OnDelete(DeleteBehavior.Cascade);
            segment.HasOne<SegmentEntity>().WithMany().HasForeignKey(row => row.SegmentId).OnDelete(DeleteBehavior.Restrict);
            segment.HasIndex(row => new { row.RunId, row.Position }).IsUnique();
        });
        modelBuilder.Entity<PublicationEntity>(publication =>
        {
            publication.ToTable("publications").HasKey(row => row.Id);
            publication.HasOne<RunEntity>().WithMany().HasForeignKey(row => row.RunId).OnDelete(DeleteBehavior.Restrict);
        });

        modelBuilder.Entity<AuditEntity>(audit =>
        {
            audit.ToTable("audit").HasKey(row => row.Id);
            audit.HasIndex(row => row.At);
        });
        modelBuilder.Entity<SettingEntity>(setting => setting.ToTable("settings").HasKey(row => row.Key));
        modelBuilder.Entity<ImportJobEntity>(job =>
        {
            job.ToTable("import_jobs").HasKey(row => row.Id);
            job.HasIndex(row => row.State);
        });
        modelBuilder.Entity<SegmentEditEntity>(edit => edit.ToTable("segment_edits").HasKey(row => row.Id));
        modelBuilder.Entity<AudienceEntity>(audience =>
        {
            audience.ToTable("audiences").HasKey(row => row.Id);
            audience.HasIndex(row => row.OwnerId);
        });
        modelBuilder.Entity<AudienceMembersEntity>(members =>
        {
            members.ToTable("audience_members").HasKey(row => row.AudienceId);
            members.HasOne<AudienceEntity>().WithOne().HasForeignKey<AudienceMembersEntity>(row => row.AudienceId).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<AudienceSnapshotEntity>(snapshot =>
        {
            snapshot.ToTable("audience_snapshots").HasKey(row => row.Id);
            snapshot.HasIndex(row => new { row.AudienceId, row.RunId }).IsUnique();
            snapshot.HasOne<AudienceEntity>().WithMany().HasForeignKey(row => row.AudienceId).OnDelete(DeleteBehavior.Cascade);
            snapshot.HasOne<RunEntity>().WithMany().HasForeignKey(row => row.RunId).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<SavedViewEntity>(view =>
        {
            view.ToTable("saved_views").HasKey(row => row.Id);
            view.HasIndex(row => row.OwnerId);
        });
        modelBuilder.Entity<StandardViewEntity>(standard => standard.ToTable("standard_views").HasKey(row => row.AccountId));
        modelBuilder.Entity<ImportChoicesEntity>(choices => choices.ToTable("import_choices").HasKey(row => row.HeaderSignature));
        modelBuilder.Entity<WorkItemEntity>(item => item.ToTable("work_items").HasKey(row => row.CustomerId));
        modelBuilder.Entity<RunAnalysisEntity>(analysis =>
        {
            analysis.ToTable("run_analyses").HasKey(row => new { row.RunId, row.Key });
            analysis.HasOne<RunEntity>().WithMany().HasForeignKey(row => row.RunId).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<HoldoutEntity>(holdout =>
        {
            holdout.ToTable("holdouts").HasKey(row => row.Id);
            holdout.HasMany(row => row.Members).WithOne().HasForeignKey(row => row.HoldoutId).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<HoldoutMemberEntity>(member => member.ToTable("holdout_members").HasKey(row => new { row.HoldoutId, row.CustomerId }));

        ProgrammeSchema.Configure(modelBuilder);

        foreach (var entity in modelBuilder.Model.GetEntityTypes())
        {
            NameColumns(entity.GetProperties());
            foreach (var complex in entity.GetComplexProperties())
            {
                NameColumns(complex.ComplexType.GetProperties());
            }
        }
    }

    private static void NameColumns(IEnumerable<IMutableProperty> properties)
    {
        foreach (var property in properties)
        {
            property.SetColumnName(SnakeCase(property.Name));
        }
    }

    private static string SnakeCase(string name)
    {
        var text = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && text.Length > 0)
            {
                text.Append('_');
            }

            text.Append(char.ToLowerInvariant(letter));
        }

        return text.ToString();
    }
}
