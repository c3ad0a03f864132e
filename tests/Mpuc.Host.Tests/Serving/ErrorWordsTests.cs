using System.Text.Json.Nodes;
using Mpuc.Host.Serving.Uploads;

namespace Mpuc.Host.Tests.Serving;

/// <summary>Errors speak of a caller's files by the names that the caller gave, and of nothing of the server's.</summary>
public class ErrorWordsTests
{
    [TestCase("e")]
    [TestCase("cannot")]
    [TestCase("clip")]
    public async Task A_callers_request_id_changes_no_word_of_an_error(string id)
    {
        await using var server = await ServerFixture.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "v1/predict")
        {
            Content = ServerFixture.File("noise", "my clip.wav"),
            Headers = { { "X-Request-Id", id } },
        };

        using var answer = await server.Client.SendAsync(request);

        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        Assert.That(problem["detail"]!.GetValue<string>(), Is.EqualTo("Recording 'my clip': 'my clip.wav' cannot be decoded."));
        Assert.That(problem["requestId"]!.GetValue<string>(), Is.EqualTo(id));
    }

    [Test]
    public void Every_file_has_its_own_name_however_many_there_are()
    {
        using var parent = new TemporaryFolder();
        var folder = Directory.CreateDirectory(parent.File("upload")).FullName;
        var files = Enumerable.Range(0, 12)
            .Select(number => new UploadedFile("file", $"clip {number}.wav", ".wav", Path.Combine(folder, $"{number}"), 1))
            .ToList();
        using var upload = new Upload(folder, files, new Dictionary<string, string>());

        foreach (var file in files)
        {
            Assert.That(upload.InTheirWords($"'{file.Path}' cannot be decoded."), Is.EqualTo($"'{file.Name}' cannot be decoded."));
        }
    }

    [Test]
    public void The_servers_folder_is_not_told()
    {
        using var parent = new TemporaryFolder();
        var folder = Directory.CreateDirectory(parent.File("upload")).FullName;
        using var upload = new Upload(
            folder, [new UploadedFile("file", "clip.wav", ".wav", Path.Combine(folder, "0"), 1)], new Dictionary<string, string>());

        Assert.That(upload.InTheirWords($"'{Path.Combine(folder, "decoded.pcm")}' is empty."), Is.EqualTo("'decoded.pcm' is empty."));
    }
}
