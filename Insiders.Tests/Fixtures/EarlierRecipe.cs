namespace Insiders.Tests.Fixtures;

/// <summary>A recipe as written by early versions, without a version number.</summary>
public static class EarlierRecipe
{
    /// <summary>Its text; every setting differs from the study's.</summary>
    public const string Json = """
        {
          "seed": 7,
          "cleaning": {
            "disabledRules": [
              "no-price"
            ],
            "controlCodes": [
              "AMAZONFEE",
              "M"
            ],
            "absoluteQuantityCodes": [],
            "excludedCustomers": [
              "12346"
            ],
            "maximumReturnShare": 0.8
          },
          "modelFeatures": [
            "latitude",
            "recency_days"
          ],
          "forest": {
            "trees": 250,
            "bootstrap": false,
            "minimumLeaf": 2
          },
          "embedding": {
            "dimensions": 8,
            "neighbours": 12,
            "metric": "hamming",
            "minimumDistance": 0.05,
            "spread": 1.25,
            "epochs": 180,
            "negativeSamples": 4
          },
          "mapEpochs": 90,
          "sweep": {
            "minimum": 5,
            "maximum": 9,
            "silhouetteSample": 4000
          },
          "mixture": {
            "covariance": "diagonal",
            "starts": 2,
            "regularisation": 1E-05,
            "tolerance": 0.002,
            "maximumIterations": 80
          },
          "merge": {
            "keep": 3
          },
          "modelSample": 5000
        }
        """;
}
