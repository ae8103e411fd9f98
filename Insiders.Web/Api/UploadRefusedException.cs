namespace Insiders.Web.Api;

/// <summary>A file that is not taken. Nothing of it stays.</summary>
/// <param name="statusCode">The HTTP status.</param>
/// <param name="reason">One sentence for the person, in the person's language.</param>
public sealed class UploadRefusedException(int statusCode, string reason) : Exception(reason)
{
    /// <summary>The HTTP status.</summary>
    public int StatusCode => statusCode;
}
