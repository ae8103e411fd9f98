namespace Insiders.Web.Worker;

/// <summary>The generated shop as an import: what its file is called tells that the sales are invented.</summary>
public static class DemoShop
{
    /// <summary>The name its import is kept under.</summary>
    public const string FileName = "generated-shop.csv";
}
