using Insiders.Core.Statistics.Experiments;

namespace Insiders.Core.Storage.Schema;

/// <summary>A customer of a hold-out.</summary>
internal sealed class HoldoutMemberEntity
{
    public long HoldoutId { get; set; }

    public required string CustomerId { get; set; }

    public required string Stratum { get; set; }

    public required Arm Arm { get; set; }
}
