using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Insiders.Web.Components.Forms;

/// <summary>A form with files, read part by part as it arrives, without buffering.</summary>
public static class MultipartBody
{
    /// <summary>Maximum size of the body in addition to its files, in bytes.</summary>
    public const long FrameBytes = 1024 * 1024;

    private const int LongestBoundary = 100;

    /// <summary>The parts of a request; null when it is not a form with files.</summary>
    public static MultipartReader? Of(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            && HeaderUtilities.RemoveQuotes(type.Boundary).Value is { Length: > 0 and <= LongestBoundary } boundary ? new(boundary, request.Body) : null;
    }

    /// <summary>Whether a part is a file.</summary>
    /// <param name="part">The part.</param>
    /// <param name="name">The file name sent by the browser, or the name of the field.</param>
    public static bool IsFile(MultipartSection part, out string? name)
    {
        ArgumentNullException.ThrowIfNull(part);
        var isKnown = ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var disposition);
        var isFile = isKnown && disposition!.IsFileDisposition();
        name = HeaderUtilities.RemoveQuotes(!isKnown ? default : !isFile ? disposition!.Name : disposition!.FileNameStar is { HasValue: true } star ? star : disposition.FileName).Value;
        return isFile;
    }
}
