using Microsoft.AspNetCore.Http;
using Mpuc.Host.Data;
using Mpuc.Host.Serving.Http;
using Mpuc.Host.Serving.Model;

namespace Mpuc.Host.Serving.Uploads;

/// <summary>Joins the files of an upload to one recording.</summary>
internal static class UploadedRecording
{
    /// <summary>Joins files.</summary>
    /// <param name="id">The recording's id; that of the request, so that no two are alike.</param>
    /// <exception cref="ProblemException">Two files stand for the same thing.</exception>
    public static UnlabelledRecording Of(string id, Upload upload, ServedModelDescription model)
    {
        var sources = new Dictionary<string, ModalitySource>(StringComparer.Ordinal);
        foreach (var file in upload.Files)
        {
            var name = model.Modalities.FirstOrDefault(modality => modality.Name == file.Field)?.Source ?? file.Extension;
            if (!sources.TryAdd(name, new ModalitySource(file.Path)))
            {
                throw new ProblemException(
                    StatusCodes.Status400BadRequest, $"'{file.Name}' is a second {name} of one recording; send one recording a request.");
            }
        }

        return new UnlabelledRecording(id, string.Empty, sources);
    }
}
