using Insiders.Tests.Fixtures;

namespace Insiders.Tests.Browser;

[CollectionDefinition(BrowserFixture.Collection)]
public sealed class BrowserTests : ICollectionFixture<BrowserFixture>;
