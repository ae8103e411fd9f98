using Insiders.Core.Problems;

namespace Insiders.Web.Components.Forms;

/// <summary>The HTTP status that goes with a refused upload.</summary>
public static class UploadStatus
{
    /// <summary>The status of a code.</summary>
    public static int Of(ProblemCode code) => code switch
    {
        ProblemCode.AccessDenied => StatusCodes.Status403Forbidden,
        ProblemCode.UploadTooLarge => StatusCodes.Status413PayloadTooLarge,
        ProblemCode.UploadNoRoom => StatusCodes.Status507InsufficientStorage,
        _ => StatusCodes.Status400BadRequest,
    };
}
