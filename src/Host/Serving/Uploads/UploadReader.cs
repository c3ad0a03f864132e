using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Mpuc.Host.Plugins;
using Mpuc.Host.Serving.Http;
using Mpuc.Host.Serving.Model;

namespace Mpuc.Host.Serving.Uploads;

/// <summary>Reads <c>multipart/form-data</c> to disk, part by part, no further than the limits.</summary>
/// <param name="folder">Where uploads lie.</param>
internal sealed class UploadReader(UploadFolder folder, ServeOptions options, ServedModelDescription model)
{
    /// <summary>The field of a file that tells its modalities by its extension.</summary>
    public const string FileField = "file";

    private const int MaxParts = 32;
    private const int MaxFieldBytes = 4096;

    /// <summary>Reads a request's body.</summary>
    /// <returns>The upload; the caller disposes it.</returns>
    /// <exception cref="ProblemException">The body is not what it should be.</exception>
    public async Task<Upload> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var boundary = Boundary(request);
        if (request.ContentLength > options.MaxBytes + (MaxParts * MaxFieldBytes))
        {
            throw TooLarge();
        }

        var place = folder.Make();
        try
        {
            var (files, fields) = await ReadPartsAsync(
                new MultipartReader(boundary, request.Body) { HeadersLengthLimit = MaxFieldBytes },
                place,
                cancellationToken).ConfigureAwait(false);
            return files.Count > 0 ? new Upload(place, files, fields) : throw new ProblemException(
                StatusCodes.Status400BadRequest,
                $"The upload has no file; send one in the field '{FileField}', or in fields named {Names()}.");
        }
        catch (Exception exception)
        {
            Directory.Delete(place, recursive: true);
            throw exception is InvalidDataException or (IOException and not BadHttpRequestException) ? new ProblemException(
                StatusCodes.Status400BadRequest,
                "The multipart body is broken: it must consist of parts between boundary lines and end with the closing one.") : exception;
        }
    }

    private static string Boundary(HttpRequest request)
    {
        if (request.Headers.ContentEncoding.Count > 0)
        {
            throw new ProblemException(
                StatusCodes.Status415UnsupportedMediaType, "The body must not be compressed; send it without Content-Encoding.");
        }

        var boundary = MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            ? HeaderUtilities.RemoveQuotes(type.Boundary).Value : null;
        return boundary is { Length: > 0 and <= 200 } ? boundary : throw new ProblemException(
            StatusCodes.Status415UnsupportedMediaType,
            "The body must be multipart/form-data with a boundary, such as 'curl --form file=@clip.mp4' sends.");
    }

    private async Task<(List<UploadedFile> Files, Dictionary<string, string> Fields)> ReadPartsAsync(
        MultipartReader reader, string place, CancellationToken cancellationToken)
    {
        var (files, fields, left) = (new List<UploadedFile>(), new Dictionary<string, string>(StringComparer.Ordinal), options.MaxBytes);
        while (await reader.ReadNextSectionAsync(cancellationToken).ConfigureAwait(false) is { } section)
        {
            if (files.Count + fields.Count == MaxParts)
            {
                throw new ProblemException(StatusCodes.Status400BadRequest, $"The upload has more than {MaxParts} parts.");
            }

            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition) || disposition.Name.Length == 0)
            {
                throw new ProblemException(
                    StatusCodes.Status400BadRequest,
                    "A part of the upload has no name; each needs 'Content-Disposition: form-data; name=...'.");
            }

            // Of such a one ASP.NET's own properties make an exception.
            if (disposition.Parameters.FirstOrDefault(parameter => !parameter.Value.HasValue) is { } bare)
            {
                throw new ProblemException(
                    StatusCodes.Status400BadRequest,
                    $"A part of the upload has '{FileNames.Clean(bare.Name.Value)}' without a value in its Content-Disposition; write "
                        + "it as NAME=VALUE or leave it out.");
            }

            var name = HeaderUtilities.RemoveQuotes(disposition.Name).Value!;
            if (disposition.IsFileDisposition())
            {
                var file = await ReadFileAsync(
                    section.Body,
                    Describe(name, disposition, Path.Combine(place, FormattableString.Invariant($"{files.Count}"))),
                    left,
                    cancellationToken).ConfigureAwait(false);
                files.Add(file);
                left -= file.Bytes;
            }
            else if (!fields.TryAdd(name, await ReadFieldAsync(section.Body, name, cancellationToken).ConfigureAwait(false)))
            {
                throw new ProblemException(StatusCodes.Status400BadRequest, $"The field '{FileNames.Clean(name)}' is there twice.");
            }
        }

        return (files, fields);
    }

    private UploadedFile Describe(string field, ContentDispositionHeaderValue disposition, string path)
    {
        var name = FileNames.Clean(
            HeaderUtilities.RemoveQuotes(disposition.FileNameStar.Length > 0 ? disposition.FileNameStar : disposition.FileName).Value);
        var extension = FileNames.ExtensionOf(name);
        if (field != FileField && model.Modalities.All(modality => modality.Name != field))
        {
            throw new ProblemException(
                StatusCodes.Status400BadRequest,
                $"There is no field '{FileNames.Clean(field)}' for files; there are {FileField}, {Names()}.");
        }

        // An extension of a modality's is a known, short text, so that it can be part of a path.
        var known = model.Modalities.Where(modality => field == FileField || modality.Name == field)
            .SelectMany(modality => modality.Extensions)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return known.Contains(extension) ? new UploadedFile(field, name, extension, path + extension, 0) : throw new ProblemException(
            StatusCodes.Status415UnsupportedMediaType,
            $"'{name}' is of no type that the model reads; its name must end in {ExtensionList.Describe(known)}.");
    }

    private async Task<UploadedFile> ReadFileAsync(Stream body, UploadedFile file, long left, CancellationToken cancellationToken)
    {
        var stream = new FileStream(file.Path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16, useAsync: true);
        await using (stream.ConfigureAwait(false))
        {
            var buffer = new byte[1 << 16];
            for (int count; (count = await body.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0; left -= count)
            {
                if (count > left)
                {
                    throw TooLarge();
                }

                await StoreAsync(stream, buffer.AsMemory(0, count), cancellationToken).ConfigureAwait(false);
            }

            return stream.Length > 0 ? file with { Bytes = stream.Length } : throw new ProblemException(
                StatusCodes.Status400BadRequest, $"'{file.Name}' is empty (0 bytes); record or copy it again.");
        }
    }

    // That the body cannot be read is the caller's fault, that it cannot be kept is not.
    private static async Task StoreAsync(FileStream stream, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        try
        {
            await stream.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ProblemException(
                StatusCodes.Status507InsufficientStorage,
                "The server has no room to keep the upload while it works on it; try again later.");
        }
    }

    private static async Task<string> ReadFieldAsync(Stream body, string name, CancellationToken cancellationToken)
    {
        var buffer = new byte[MaxFieldBytes + 1];
        var length = await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        return length <= MaxFieldBytes ? System.Text.Encoding.UTF8.GetString(buffer, 0, length) : throw new ProblemException(
            StatusCodes.Status400BadRequest, $"The field '{FileNames.Clean(name)}' is longer than {MaxFieldBytes} bytes.");
    }

    private ProblemException TooLarge() =>
        new(
            StatusCodes.Status413PayloadTooLarge,
            FormattableString.Invariant($"The upload is larger than this server takes, {options.MaxBytes / 1048576.0:0.###} MiB in all."));

    private string Names() => string.Join(", ", model.Modalities.Select(modality => modality.Name));
}

/// <summary>Where uploads lie while they are worked on: a folder that only this user can enter, and that goes with the server.</summary>
internal sealed class UploadFolder : IDisposable
{
    /// <summary>The folder.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("mpuc-serve-").FullName;

    /// <summary>Makes a folder for one upload.</summary>
    public string Make() => Directory.CreateDirectory(System.IO.Path.Combine(Path, Guid.NewGuid().ToString("N"))).FullName;

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Path, recursive: true);
}

/// <summary>A file of an upload on disk, under a name of the server's choice.</summary>
/// <param name="Name">What the caller called it, for messages; without folders and control characters.</param>
/// <param name="Path">Where it lies.</param>
internal sealed record UploadedFile(string Field, string Name, string Extension, string Path, long Bytes);
