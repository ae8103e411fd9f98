namespace Insiders.Core.Storage.Schema;

/// <summary>How files with the same headers were last read.</summary>
internal sealed class ImportChoicesEntity
{
    public required string HeaderSignature { get; set; }

    public required string Choices { get; set; }

    public required string ChosenById { get; set; }

    public required DateTimeOffset ChosenAt { get; set; }
}
