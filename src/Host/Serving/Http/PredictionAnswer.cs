using System.Text.Json.Serialization;
using Mpuc.Host.Inference;

namespace Mpuc.Host.Serving.Http;

/// <summary>What <c>POST /v1/predict</c> answers.</summary>
/// <param name="Prediction">The prediction.</param>
/// <param name="Previews">What the encoders see; absent where that was not asked for.</param>
internal sealed record PredictionAnswer(
    Prediction Prediction,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IEnumerable<PreviewAnswer>? Previews);
