using System.Text;
using Microsoft.AspNetCore.Http;
using Mpuc.Host.Serving;
using Mpuc.Host.Serving.Http;
using Mpuc.Host.Serving.Uploads;
using Mpuc.Host.Tests.Serving;

namespace Mpuc.Host.Tests.Mutations;

/// <summary>Whatever a caller sends is an upload, or is refused with a sentence and a status.</summary>
[TestFixture]
internal sealed class ServingMutationTests
{
    private const string Type = "multipart/form-data; boundary=\"line\"";

    private const string Body =
        "--line\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a clip.wav\"\r\nContent-Type: audio/wav\r\n\r\nsound\r\n"
        + "--line\r\nContent-Disposition: form-data; name=words; filename*=utf-8''caf%C3%A9.txt\r\n\r\nwords\r\n"
        + "--line\r\nContent-Disposition: form-data; name=\"timeline\"\r\n\r\ntrue\r\n--line\r\nContent-Disposition: form-data; "
        + "name=\"hop\"\r\n\r\n0.5\r\n--line--\r\n";

    private static IEnumerable<Parser> Parsers =>
    [
        Of("uploads", Body, (bytes, reader) => Read(reader, Type, bytes)),
        Of("content types", Type, (bytes, reader) => Read(reader, Encoding.Latin1.GetString(bytes), Encoding.UTF8.GetBytes(Body))),
        Of("names of uploads", "../a clip.wav", (bytes, _) =>
        {
            var name = FileNames.Clean(Encoding.UTF8.GetString(bytes));
            if (name.Length == 0 || name.AsSpan().ContainsAny('/', '\\', '\n'))
            {
                throw new InvalidOperationException("The name leads elsewhere.");
            }
        }),
    ];

    [TestCaseSource(nameof(Parsers))]
    public void A_damaged_request_is_read_or_refused(Parser parser) => MutationTrials.Try(parser, MutationTrials.Few);

    [TestCaseSource(nameof(Parsers))]
    [Category("Slow")]
    public void A_million_damaged_requests_are_read_or_refused(Parser parser) => MutationTrials.Try(parser, MutationTrials.Many);

    private static Parser Of(string name, string sound, Action<byte[], UploadReader> read) =>
        new(name, () => [Encoding.UTF8.GetBytes(sound)], _ =>
    {
        var reader = new UploadReader(new UploadFolder(), new ServeOptions { MaxBytes = 100_000 }, new FakeServedModel().Description);
        return bytes => read(bytes, reader);
    })
    {
        IsText = true,
        Tokens =
        [
            "--line",
            "--line--",
            "\r\n\r\n",
            "Content-Disposition: form-data; name=",
            "filename=",
            "filename*=utf-8''",
            "%00",
            "boundary=",
            "\"",
            ".wav",
            "\r\n--line\r\n",
        ],
        Promises = exception => exception is ProblemException,
    };

    private static void Read(UploadReader reader, string type, byte[] body)
    {
        var context = new DefaultHttpContext();
        (context.Request.ContentType, context.Request.Body) = (type, new MemoryStream(body));
        using var upload = reader.ReadAsync(context.Request, CancellationToken.None).GetAwaiter().GetResult();
        UploadFields.Of(upload, new FakeServedModel().Description);
        UploadedRecording.Of("a", upload, new FakeServedModel().Description);
        foreach (var file in upload.Files)
        {
            TextFiles.Is(file.Path);
        }
    }
}
