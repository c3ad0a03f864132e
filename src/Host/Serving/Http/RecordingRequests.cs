using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Mpuc.Host.Data;
using Mpuc.Host.Inference;
using Mpuc.Host.Inference.Features;
using Mpuc.Host.Serving.Model;
using Mpuc.Host.Serving.Uploads;

namespace Mpuc.Host.Serving.Http;

/// <summary>From an upload to an answer: <c>POST /v1/predict</c> and <c>POST /v1/features</c>.</summary>
/// <param name="admission">Who may come in.</param>
internal sealed class RecordingRequests(
    IServedModel model, ServeOptions options, Admission admission, UploadReader reader, ServerMetrics metrics)
{
    private const int Pictures = 24;

    /// <summary>Judges a recording.</summary>
    public Task PredictAsync(HttpContext context)
    {
        if (model.Description.Label is null)
        {
            throw new ProblemException(
                StatusCodes.Status404NotFound, "This model has no classifier, because its run had no label; it extracts features alone.");
        }

        return AnswerAsync(context, async (upload, recording, wanted, cancellationToken) =>
        {
            var prediction = await model.PredictAsync(recording, wanted.Options, cancellationToken).ConfigureAwait(false);
            var previews = wanted.Preview
                ? await model.PreviewAsync(recording, prediction.Modalities, Pictures, cancellationToken).ConfigureAwait(false)
                : null;
            return new PredictionAnswer(
                prediction with { Id = Path.GetFileNameWithoutExtension(upload.Files[0].Name) },
                previews?.Select(preview => PreviewAnswer.Of(preview.Modality, preview.Preview)));
        });
    }

    /// <summary>Extracts a recording's features.</summary>
    public Task ExtractAsync(HttpContext context) => AnswerAsync(context, async (upload, recording, wanted, cancellationToken) =>
        await model.ExtractAsync(recording, wanted.Options.Modalities, cancellationToken)
            .ConfigureAwait(false) with { Id = Path.GetFileNameWithoutExtension(upload.Files[0].Name) });

    private Task AnswerAsync<T>(HttpContext context, Func<Upload, UnlabelledRecording, UploadFields, CancellationToken, Task<T>> work) =>
        admission.EnterAsync(async () =>
    {
        using var upload = await admission.ReadAsync(cancel => reader.ReadAsync(context.Request, cancel), context.RequestAborted)
            .ConfigureAwait(false);
        metrics.CountUpload(upload.Files.Sum(file => file.Bytes));
        var wanted = UploadFields.Of(upload, model.Description);

        // Errors name the recording, and not by the request's id: a caller may choose that, and so a part of any word.
        var id = Guid.NewGuid().ToString("N");
        var recording = UploadedRecording.Of(id, upload, model.Description);
        try
        {
            var answer = await admission.WorkAsync(
                async cancel =>
                {
                    var media = await CheckAsync(upload, cancel).ConfigureAwait(false);
                    return await work(upload, Cut(recording, media), wanted, cancel).ConfigureAwait(false);
                },
                context.RequestAborted).ConfigureAwait(false);
            await context.Response.WriteAsJsonAsync(answer, ServingJson.Options, context.RequestAborted).ConfigureAwait(false);
        }
        catch (TooLongException problem)
        {
            throw new ProblemException(StatusCodes.Status413PayloadTooLarge, upload.InTheirWords(problem.Message));
        }
        catch (MpucException problem)
        {
            throw new ProblemException(
                StatusCodes.Status422UnprocessableEntity,
                upload.InTheirWords(problem.Message).Replace(
                    id, Path.GetFileNameWithoutExtension(upload.Files[0].Name), StringComparison.Ordinal));
        }
    });

    // What a file says of its length is a claim, so that no more than the limit is decoded, whatever it says.
    private UnlabelledRecording Cut(UnlabelledRecording recording, HashSet<string> media) => recording with
    {
        Sources = recording.Sources.ToDictionary(
            source => source.Key,
            source => media.Contains(source.Value.Path) ? new RecordingLimit(options.MaxSeconds).Cut(source.Value) : source.Value,
            StringComparer.Ordinal),
    };

    // Before anything is decoded.
    private async Task<HashSet<string>> CheckAsync(Upload upload, CancellationToken cancellationToken)
    {
        var media = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in upload.Files)
        {
            var (seconds, isList, isMedia) = await MediaProbe.ReadAsync(file.Path, cancellationToken).ConfigureAwait(false);
            if (isList)
            {
                throw new ProblemException(
                    StatusCodes.Status415UnsupportedMediaType, $"'{file.Name}' is a list of other files; send the recording itself.");
            }

            if (TextFiles.Is(file.Path))
            {
                continue;
            }

            if (seconds > options.MaxSeconds)
            {
                throw new ProblemException(
                    StatusCodes.Status413PayloadTooLarge,
                    FormattableString.Invariant(
                        $"'{file.Name}' is {seconds:0.#} s long, and this server takes at most {options.MaxSeconds:0.#} s; cut it."));
            }

            if (isMedia)
            {
                media.Add(file.Path);
            }
        }

        return media;
    }
}

/// <summary>What <c>POST /v1/predict</c> answers.</summary>
/// <param name="Previews">What the encoders see; absent where that was not asked for.</param>
internal sealed record PredictionAnswer(
    Prediction Prediction,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IEnumerable<PreviewAnswer>? Previews);

/// <summary>What a modality's encoder sees of a recording.</summary>
/// <param name="Duration">Seconds that it covers; 0 without a time axis.</param>
internal sealed record PreviewAnswer(
    string Modality, string Caption, double Duration, IReadOnlyList<PictureAnswer> Pictures, IReadOnlyList<PreviewWord> Words)
{
    /// <summary>Puts a preview into the form of an answer.</summary>
    public static PreviewAnswer Of(string modality, ModalityPreview preview) =>
        new(modality, preview.Caption, preview.Duration, [.. preview.Pictures.Select(PictureAnswer.Of)], preview.Words);
}
