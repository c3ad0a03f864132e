using Mpuc.Host.Inference;

namespace Mpuc.Host.Tests.Inference;

/// <summary>Recordings that have a file for a modality which holds nothing of it.</summary>
public sealed class MissingModalityTests
{
    private ToyBundle _bundle = null!;
    private MpucModel _model = null!;

    [OneTimeSetUp]
    public void MakeBundle()
    {
        _bundle = new ToyBundle();
        _model = _bundle.Open();
    }

    [OneTimeTearDown]
    public void Delete()
    {
        _model.Dispose();
        _bundle.Dispose();
    }

    [Test]
    public void They_are_judged_as_if_the_file_were_not_there()
    {
        var silent = _model.Predict(_bundle.Write("silent", "silence", "1 2 3 4 5 6"));
        var absent = _model.Predict([_bundle.Write("absent", "0", "1 2 3 4 5 6")[1]]);
        Assert.That(silent.Modalities, Is.EqualTo(new[] { "words" }));
        Assert.That(silent.Contributions.Keys, Is.EqualTo(new[] { "words" }));
        Assert.That(silent.Probabilities.Values, Is.EqualTo(absent.Probabilities.Values).Within(1e-6));
    }

    [Test]
    public async Task Their_features_are_those_of_the_rest()
    {
        var features = await _model.ExtractAsync(_bundle.Write("deaf", "silence", "1 2 3 4 5 6"));
        Assert.That(features.Modalities.Keys, Is.EqualTo(new[] { "words" }));
    }

    [Test]
    public void Where_nothing_is_left_a_sentence_says_so_of_every_modality()
    {
        var files = _bundle.Write("empty", "silence", "silence");
        Refuse(
            files,
            null,
            $"Recording 'empty' has nothing that the model reads: it has .snd, .wrd, and '{files[0]}' holds no numbers; '{files[1]}' "
                + "holds no numbers.");
        Refuse(
            [files[0]],
            null,
            $"Recording 'empty' has nothing that the model reads: it has .snd, and '{files[0]}' holds no numbers; 'words' reads the "
                + "source 'wrd', .wrd.");
    }

    [Test]
    public void One_that_was_asked_for_by_name_is_missed()
    {
        var files = _bundle.Write("named", "silence", "1 2 3 4 5 6");
        Refuse(
            files,
            ["sounds", "words"],
            $"Recording 'named' lacks the modality 'sounds', which was asked for by name: it has .snd, .wrd, and '{files[0]}' holds no "
                + "numbers; name those that it has, or none to use all that it has.");
        Refuse(
            [files[1]], ["sounds", "words"],
            "Recording 'named' lacks the modality 'sounds', which was asked for by name: it has .wrd, and 'sounds' reads the source "
                + "'snd', .snd; name those that it has, or none to use all that it has.");
        Assert.That(_model.Predict(files, new PredictionOptions { Modalities = ["words"] }).Modalities, Is.EqualTo(new[] { "words" }));
    }

    [Test]
    public void What_is_damaged_is_not_missing()
    {
        var files = _bundle.Write("damaged", "noise", "1 2 3 4 5 6");
        Refuse(files, null, $"Recording 'damaged', modality 'sounds': '{files[0]}' is damaged.");
    }

    private void Refuse(IReadOnlyList<string> files, string[]? modalities, string message) => Assert.That(
        () => _model.Predict(files, new PredictionOptions { Modalities = modalities ?? [] }),
        Throws.TypeOf<MpucException>().With.Message.EqualTo(message));
}
