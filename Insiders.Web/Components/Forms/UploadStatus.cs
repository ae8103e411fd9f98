using Insiders.Core.Problems;

namespace Insiders.Web.Components.Forms;

/// <summary>Maps refused uploads to HTTP status codes.</summary>
public static class UploadStatus
{
    /// <summary>The HTTP status for a problem code.</summary>
    public static int Of(ProblemCode code) => code switch
    {
        ProblemCode.AccessDenied => StatusCodes.Status403Forbidden,
        ProblemCode.UploadTooLarge => StatusCodes.Status413PayloadTooLarge,
        ProblemCode.UploadNoRoom => StatusCodes.Status507InsufficientStorage,
        _ => StatusCodes.Status400BadRequest,
    };
}
