using Insiders.Tests.Fixtures.Browsing;

namespace Insiders.Tests.Browser;

[CollectionDefinition(BrowserFixture.Collection)]
public sealed class BrowserTests : ICollectionFixture<BrowserFixture>;
