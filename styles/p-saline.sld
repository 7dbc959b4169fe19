<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0"
    xsi:schemaLocation="http://www.opengis.net/sld http://schemas.opengis.net/sld/1.0.0/StyledLayerDescriptor.xsd"
    xmlns="http://www.opengis.net/sld"
    xmlns:ogc="http://www.opengis.net/ogc"
    xmlns:xlink="http://www.w3.org/1999/xlink"
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <NamedLayer>
    <Name>p-saline</Name>
    <UserStyle>
      <Name>p-saline</Name>
      <Title>Probability of being saline (-)</Title>
      <Abstract>How likely ECe lies above the threshold that the estimation was asked for, 4 dS/m unless it was another: green where it hardly does, white where nobody knows, purple where it almost surely does.</Abstract>
      <FeatureTypeStyle>
        <Rule>
          <RasterSymbolizer>
            <Opacity>1.0</Opacity>
            <ChannelSelection>
              <GrayChannel>
                <SourceChannelName>7</SourceChannelName>
              </GrayChannel>
            </ChannelSelection>
            <!-- ColorBrewer's PRGn, which colour-blind people can read too. -->
            <ColorMap type="ramp">
              <ColorMapEntry color="#1B7837" quantity="0" label="0 not saline"/>
              <ColorMapEntry color="#7FBF7B" quantity="0.1" label="0.1 unlikely"/>
              <ColorMapEntry color="#F7F7F7" quantity="0.5" label="0.5 as likely as not"/>
              <ColorMapEntry color="#AF8DC3" quantity="0.9" label="0.9 likely"/>
              <ColorMapEntry color="#762A83" quantity="1" label="1 saline"/>
            </ColorMap>
          </RasterSymbolizer>
        </Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
