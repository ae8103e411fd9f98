namespace Insiders.Core.Storage.Schema;

/// <summary>The customers of an audience as one text, because they never change and are read and written as a whole; 200,000 of them take about 2 MB.</summary>
internal sealed class AudienceMembersEntity
{
    public required long AudienceId { get; set; }

    public required string CustomerIdsJson { get; set; }
}
