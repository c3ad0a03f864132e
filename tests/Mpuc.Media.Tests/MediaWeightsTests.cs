using Mpuc.Weights;

namespace Mpuc.Media.Tests;

[TestFixture]
internal sealed class MediaWeightsTests
{
    [Test]
    public void Every_registration_is_sound() =>
        Assert.That(MediaWeights.FaceDetectors.Select(RegistrationRules.FindFault), Is.All.Null);

    [Test]
    public void Names_are_unique() => Assert.That(MediaWeights.FaceDetectors.Select(weights => weights.Name), Is.Unique);

    [TestCase("pnet", 0)]
    [TestCase("rnet", 1)]
    [TestCase("onet", 2)]
    public void The_published_files_have_the_registered_hashes(string network, int index)
    {
        var path = TestData.Shared("weights", "facenet-mtcnn", $"{network}.pt");
        PretrainedWeights[] registered = [MediaWeights.MtcnnProposal, MediaWeights.MtcnnRefinement, MediaWeights.MtcnnOutput];

        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(path)));

        Assert.That(registered[index].Sha256, Is.EqualTo(hash));
    }
}
