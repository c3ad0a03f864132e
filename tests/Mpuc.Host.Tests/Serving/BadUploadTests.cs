using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Mpuc.Host.Serving;

namespace Mpuc.Host.Tests.Serving;

public class BadUploadTests
{
    private ServerFixture _server = null!;

    [SetUp]
    public async Task Start() => _server = await ServerFixture.StartAsync(new ServeOptions { MaxBytes = 100_000, MaxSeconds = 1 });

    [TearDown]
    public async Task Stop()
    {
        await _server.LeavesNothingAsync();
        await _server.DisposeAsync();
    }

    [Test]
    public Task What_is_no_recording_is_refused_by_its_own_name_and_no_path_of_the_server() =>
        _server.RefusesAsync(ServerFixture.File("noise", "My clip.wav"), 422, "Recording 'My clip': 'My clip.wav' cannot be decoded.");

    [Test]
    public Task An_empty_file_is_refused() =>
        _server.RefusesAsync(ServerFixture.File("", "clip.wav"), 400, "'clip.wav' is empty (0 bytes)");

    [TestCase("clip.pdf")]
    [TestCase("clip.zip")]
    [TestCase("clip")]
    [TestCase("clip.wav.exe")]
    public Task A_type_that_no_modality_reads_is_refused_with_those_that_are(string name) =>
        _server.RefusesAsync(ServerFixture.File("x", name), 415, $"'{name}' is of no type", ".wav, .mp4, .txt");

    [Test]
    public Task A_type_that_the_fields_modality_does_not_read_is_refused() =>
        _server.RefusesAsync(ServerFixture.File("x", "a.txt", "voice"), 415, "must end in .wav, .mp4.");

    [Test]
    public Task A_file_for_a_modality_that_there_is_not_is_refused() =>
        _server.RefusesAsync(
            ServerFixture.File("x", "a.wav", "smell"), 400, "There is no field 'smell' for files; there are file, voice, words");

    [TestCase("../../../etc/cron.d/evil.wav")]
    [TestCase("..\\..\\evil.wav")]
    [TestCase("/etc/evil.wav")]
    [TestCase("C:\\evil.wav")]
    [TestCase("evil\0.wav")]
    public async Task A_name_with_folders_leads_nowhere(string name)
    {
        using var content = Raw($"Content-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\r\nsound");
        var (status, answer) = await _server.PostAsync(content);
        Assert.That((int)status, Is.EqualTo(200).Or.EqualTo(400), answer.ToJsonString());
        foreach (var (recording, _) in _server.Model.Asked)
        {
            Assert.That(Path.GetRelativePath(_server.Server.Uploads, recording.Sources[".wav"].Path), Does.Match("^[0-9a-f]{32}/0[.]wav$"));
            Assert.That(answer["prediction"]!["id"]!.GetValue<string>(), Is.EqualTo("evil"));
        }
    }

    [TestCase("name=\"file\"; filename*")]
    [TestCase("name=\"file\"; filename")]
    [TestCase("name=\"file\"; filename=\"a.wav\"; size")]
    public async Task A_part_with_a_parameter_without_a_value_is_the_callers_fault(string parameters)
    {
        using var content = Raw($"Content-Disposition: form-data; {parameters}\r\n\r\nsound");
        await _server.RefusesAsync(content, 400, "without a value in its Content-Disposition; write it as NAME=VALUE or leave it out.");
    }

    [TestCase("timeline", "perhaps", "'timeline' must be true or false")]
    [TestCase("hop", "0", "'hop' must be a number of seconds of at least 0.05")]
    [TestCase("hop", "NaN", "'hop' must be")]
    [TestCase("hop", "0.5", "'hop' is the distance of a timeline's windows; set 'timeline' to true")]
    [TestCase("modalities", "voice,smell", "no modality 'smell'")]
    [TestCase("color", "red", "There is no field 'color'")]
    public Task A_field_with_a_wrong_value_is_refused(string field, string value, string message) =>
        _server.RefusesAsync(ServerFixture.With(ServerFixture.File("sound"), field, value), 400, message);

    [Test]
    public Task A_form_without_a_file_is_refused() =>
        _server.RefusesAsync(ServerFixture.With([], "timeline", "true"), 400, "The upload has no file");

    [Test]
    public Task Two_files_of_one_type_are_refused() =>
        _server.RefusesAsync(ServerFixture.Add(ServerFixture.File("a", "a.wav"), "b", "b.wav"), 400, "'b.wav' is a second .wav");

    [Test]
    public Task More_parts_than_any_recording_has_are_refused()
    {
        var form = Enumerable.Range(0, 40).Aggregate(
            new MultipartFormDataContent(), (form, number) => ServerFixture.Add(form, "x", $"{number}.wav"));
        return _server.RefusesAsync(form, 400, "more than 32 parts");
    }

    [Test]
    public Task A_body_that_is_no_form_is_refused() => _server.RefusesAsync(new StringContent("{}"), 415, "must be multipart/form-data");

    [Test]
    public Task A_compressed_body_is_refused_and_not_unpacked()
    {
        var form = ServerFixture.File("sound");
        form.Headers.ContentEncoding.Add("gzip");
        return _server.RefusesAsync(form, 415, "must not be compressed");
    }

    [TestCase("Content-Disposition: form-data; name=\"file\"; filename=\"a.wav\"\r\n\r\nsound", "")]
    [TestCase("no header at all", "\r\n--b--\r\n")]
    [TestCase("", "")]
    public async Task A_broken_form_is_refused(string part, string end)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes($"--b\r\n{part}{end}"));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=b");
        await _server.RefusesAsync(content, 400);
    }

    [Test]
    public Task A_part_without_a_name_is_refused() =>
        _server.RefusesAsync(Raw("X-Other: 1\r\n\r\nsound"), 400, "A part of the upload has no name");

    [Test]
    public Task An_upload_that_says_it_is_too_large_is_refused() =>
        _server.RefusesAsync(ServerFixture.File(new string('x', 400_000)), 413, "larger than this server takes, 0.095 MiB");

    [Test]
    public async Task An_upload_that_turns_out_too_large_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "v1/predict")
        {
            Content = ServerFixture.File(new string('x', 150_000)),
            Headers = { TransferEncodingChunked = true },
        };
        using var answer = await _server.Client.SendAsync(request);
        await ServerFixture.CheckAsync(answer, 413, "larger than this server takes");
    }

    [Test]
    public async Task A_recording_that_is_too_long_is_refused_before_it_is_read()
    {
        RequireFfprobe();
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Silence(seconds: 3)), "file", "long.wav" } };
        await _server.RefusesAsync(form, 413, "'long.wav' is 3 s long, and this server takes at most 1 s");
        Assert.That(_server.Model.Asked, Is.Empty);
    }

    [Test]
    public async Task A_list_of_other_files_is_refused_whatever_it_is_called()
    {
        RequireFfprobe();
        await _server.RefusesAsync(
            ServerFixture.File("#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n", "clip.mp4"),
            415,
            "'clip.mp4' is a list of other files");
        Assert.That(_server.Model.Asked, Is.Empty);
    }

    [Test]
    public async Task A_recording_that_does_not_say_how_long_it_is_is_decoded_no_further_than_the_limit()
    {
        RequireFfprobe();
        var header = Silence(seconds: 3)[..44];
        BitConverter.TryWriteBytes(header.AsSpan(40), 16000);
        using var form = new MultipartFormDataContent { { new ByteArrayContent([.. header, .. new byte[200]]), "file", "false.wav" } };
        using var answer = await _server.Client.PostAsync("v1/predict", form);

        Assert.That(_server.Model.Asked.Single().Recording.Sources[".wav"].End, Is.EqualTo(2), "a second behind the limit");
        Assert.That(_server.Model.Limit.Seconds, Is.EqualTo(1));
    }

    [Test]
    public async Task A_recording_that_turns_out_too_long_is_refused_as_one_that_says_so()
    {
        await _server.RefusesAsync(ServerFixture.File("long"), 413, "'clip.wav' is longer than the 1 s that this server takes");
    }

    [Test]
    public async Task A_transcript_has_no_length_in_seconds()
    {
        using var answer = await _server.Client.PostAsync("v1/predict", ServerFixture.File("many words", "a.txt"));
        Assert.That(_server.Model.Asked.Single().Recording.Sources[".txt"].End, Is.Null);
    }

    [Test]
    public async Task A_defect_tells_the_caller_nothing_of_itself_and_the_log_everything()
    {
        await _server.RefusesAsync(ServerFixture.File("defect"), 500, "failed unexpectedly");
        Assert.That(_server.Log, Does.Contain("secret detail"));
    }

    [Test]
    public async Task A_client_that_hangs_is_cut_off_with_its_upload()
    {
        await using var server = await ServerFixture.StartAsync(new ServeOptions { Timeout = TimeSpan.FromSeconds(1) });
        using var client = new TcpClient();
        await client.ConnectAsync(server.Server.Address.Host, server.Server.Address.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            "POST /v1/predict HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 5000\r\n\r\n"
            + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.wav\"\r\n\r\nso"));
        using var reader = new StreamReader(stream);
        Assert.That(await reader.ReadLineAsync().WaitAsync(ServerFixture.Limit), Is.EqualTo("HTTP/1.1 408 Request Timeout"));
        await server.LeavesNothingAsync();
    }

    private static ByteArrayContent Raw(string part)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes($"--b\r\n{part}\r\n--b--\r\n"));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=b");
        return content;
    }

    private static byte[] Silence(int seconds)
    {
        var samples = new byte[seconds * 8000];
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write("RIFF"u8);
        writer.Write(36 + samples.Length);
        writer.Write("WAVEfmt "u8);
        writer.Write(16);
        writer.Write((short)1);
        writer.Write((short)1);
        writer.Write(8000);
        writer.Write(8000);
        writer.Write((short)1);
        writer.Write((short)8);
        writer.Write("data"u8);
        writer.Write(samples.Length);
        writer.Write(samples);
        return stream.ToArray();
    }

    private static void RequireFfprobe()
    {
        if (!(
            Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator).Any(folder =>
                File.Exists(Path.Combine(folder, "ffprobe"))))
        {
            Assert.Ignore("ffprobe is not installed (Debian: apt-get install ffmpeg).");
        }
    }
}
