using System.Text;
using Insiders.Core.Application.Disk;
using Insiders.Core.Application.Imports;
using Insiders.Core.Problems;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.WebUtilities;

namespace Insiders.Web.Components.Forms;

/// <summary>A form with one file, which is streamed to the data folder and deleted on disposal.</summary>
/// <remarks>
/// The token precedes the file, as in the forms of the pages, so that nothing is stored of a file that another site sent. Fields after
/// the file are read too.
/// </remarks>
public sealed class FileForm : IAsyncDisposable
{
    private const string TokenHeader = "RequestVerificationToken";
    private const string TokenField = "__RequestVerificationToken";
    private const int LongestField = 4096;
    private const int MostFields = 16;

    private readonly Dictionary<string, string> _fields = [];

    private FileForm(string path) => FilePath = path;

    /// <summary>Path of the file; null if none was sent.</summary>
    public string FilePath { get; }

    /// <summary>True when a file was sent that is not empty.</summary>
    public bool HasFile { get; private set; }

    /// <summary>The value of a field other than the file; null when it is missing.</summary>
    public string? Find(string name) => _fields.GetValueOrDefault(name);

    /// <summary>Reads the form of a request to its end.</summary>
    /// <param name="context">The request.</param>
    /// <param name="most">Maximum size of the file in bytes; by default that of uploads.</param>
    /// <exception cref="UploadRefusedException">The form is not from this site or too large, or the disk has no room for it.</exception>
    public static async Task<FileForm> ReadAsync(HttpContext context, long? most = null)
    {
        ArgumentNullException.ThrowIfNull(context);
        var folder = context.RequestServices.GetRequiredService<DataFolder>();
        folder.Make(folder.Spill);
        var form = new FileForm(Path.Combine(folder.Spill, $"form-{Guid.NewGuid():N}.upload"));
        try
        {
            await form.FillAsync(context, most);
            return form;
        }
        catch (BadHttpRequestException broken)
        {
            await form.DisposeAsync();
            throw new UploadRefusedException(broken.StatusCode == StatusCodes.Status413PayloadTooLarge ? context.RequestServices.GetRequiredService<UploadFolder>().TooLarge(most) : Problem.Of(ProblemCode.UploadBroken));
        }
        catch (InvalidDataException)
        {
            await form.DisposeAsync();
            throw new UploadRefusedException(Problem.Of(ProblemCode.UploadBroken));
        }
        catch
        {
            await form.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        File.Delete(FilePath);
        return ValueTask.CompletedTask;
    }

    private async Task FillAsync(HttpContext context, long? most)
    {
        var uploads = context.RequestServices.GetRequiredService<UploadFolder>();
        using var room = uploads.Admit(context.Request.ContentLength, most + MultipartBody.FrameBytes);
        for (var parts = MultipartBody.Of(context.Request); parts is not null && await parts.ReadNextSectionAsync(context.RequestAborted) is { } part;)
        {
            if (MultipartBody.IsFile(part, out var name) && !HasFile)
            {
                await ThrowIfForgedAsync(context);
                HasFile = await uploads.StageAsync(part.Body, FilePath, room, context.RequestAborted, most) > 0;
            }
            else if (name == TokenField)
            {
                context.Request.Headers[TokenHeader] = await ReadAsync(part, context.RequestAborted);
            }
            else if (name is not null && _fields.Count < MostFields)
            {
                _fields[name] = await ReadAsync(part, context.RequestAborted);
            }
        }

        await ThrowIfForgedAsync(context);
    }

    private static async Task ThrowIfForgedAsync(HttpContext context)
    {
        // The token must be in the header by now, because searching the form for it would read the whole body into memory.
        var forgery = context.RequestServices.GetRequiredService<IAntiforgery>();
        if (context.Request.Headers[TokenHeader].Count != 1 || !await forgery.IsRequestValidAsync(context))
        {
            throw new UploadRefusedException(Problem.Of(ProblemCode.UploadForged));
        }
    }

    private static async Task<string> ReadAsync(MultipartSection part, CancellationToken cancellationToken)
    {
        var bytes = new byte[LongestField];
        return Encoding.UTF8.GetString(bytes.AsSpan(0, await part.Body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken)));
    }
}
